/*
 * host.h: what the tender told this image, and how to ask it for things.
 */
#ifndef HVT_HOST_H
#define HVT_HOST_H

#include "../x86_64/cpu.h"
#include <solo5/hvt_abi.h>
#include <solo5/hvt_extension.h>
#include <solo5/mft_abi.h>
#include <stdbool.h>

extern const struct hvt_boot_info *hvt_boot_info;

/* What a tender of ours offers; NULL with another. */
const struct mirage_hvt_info *hvt_info(void);

/* Whether it offers this call. */
bool hvt_has(enum mirage_hvt_hypercall call);

/* The manifest's entry behind a handle. */
struct mft_entry *hvt_device(unsigned handle);

/* Whether the image runs in ring 3. */
static inline bool hvt_is_ring3(void)
{
    return (cpu_code_segment() & 3) == 3;
}

/* Hypercall `number`; `args` is its struct, which may be on the stack. */
static inline void hvt_call(unsigned number, void *args)
{
    cpu_out32((uint16_t)(HVT_HYPERCALL_PORT + number),
              (uint32_t)(uintptr_t)args);
}

#endif
