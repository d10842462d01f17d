/*
 * guest.h: a guest's memory, and what of it a hypercall may name.
 *
 * Nothing a guest says is trusted: each address goes through the functions
 * below before the tender uses it, and a struct is read once, since another
 * device may write to it meanwhile.
 */
#ifndef HVT_GUEST_H
#define HVT_GUEST_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* A part of the image as it was loaded: whole pages. */
struct guest_segment {
    uint64_t start, end;
    uint32_t flags; /* PF_R, PF_W, PF_X of elf.h */
};

struct guest {
    uint8_t *memory;                      /* where address 0 is in the tender */
    uint64_t size;                        /* what boot_info.mem_size says */
    const struct guest_segment *segments; /* in ascending order */
    unsigned segment_count;
    /* what was refused last, for a message */
    _Atomic uint64_t refused_address, refused_size;
};

/*
 * The place of [address, address + size) for reading, or NULL if not all of it
 * is memory. As in Solo5, the last byte of memory is never part of it.
 */
const void *guest_readable(struct guest *guest, uint64_t address,
                           uint64_t size);

/* The same for writing: NULL also where the image is read-only. */
void *guest_writable(struct guest *guest, uint64_t address, uint64_t size);

#endif
