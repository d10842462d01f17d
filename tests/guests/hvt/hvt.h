/* hvt.h: for test programs that know that they run on hvt. */
#ifndef TEST_HVT_H
#define TEST_HVT_H

#include "guest.h"
#include <solo5/hvt_extension.h>

/* Makes a hypercall with this struct. */
void hvt_call(unsigned number, const void *call);

/* A 32-bit `out`. */
void hvt_out(uint16_t port, uint32_t value);

/* 0 or 3 */
unsigned hvt_cpl(void);

/* What the tender has said; always there. */
const struct hvt_boot_info *hvt_boot(void);

/* What it offers beyond Solo5, or NULL. */
const struct mirage_hvt_info *hvt_info(void);

/* Adds to a ring and rings its doorbell if need be. */
void hvt_ring_add(struct hvt_ring *ring, uint16_t port,
                  struct hvt_ring_entry entry);

/* Waits for the next commit by looking. */
struct hvt_ring_commit hvt_ring_take(struct hvt_ring *ring);

#endif
