/*
 * descriptors.h: what the processor consults below ring 3: GDT, TSS and IDT.
 *
 * A guest entered at ring 3 cannot change them. Its I/O permission bitmap (in
 * the TSS) allows the ports of hypercalls and rings. A fault runs one of 32
 * stubs, which does nothing but an `out` to a port that ring 3 cannot use, and
 * so wakes the tender; see fault.h.
 */
#ifndef HVT_DESCRIPTORS_H
#define HVT_DESCRIPTORS_H

#include <stdint.h>

enum {
    /* selectors */
    SUPERVISOR_CODE = 0x08,
    SUPERVISOR_DATA = 0x10,
    USER_CODE = 0x18 | 3,
    USER_DATA = 0x20 | 3,
    TASK_STATE = 0x28,

    /* offsets in the descriptors' page */
    GDT_OFFSET = 0,
    GDT_SIZE = 7 * 8,
    IDT_OFFSET = 0x100,
    IDT_SIZE = 32 * 16,
    TSS_OFFSET = 0x400,
    TSS_SIZE = 104 + 256 + 1, /* with the bitmap for ports up to 0x7ff */

    FAULT_PORT = 0x80, /* plus the vector */
    FAULT_VECTORS = 32,
};

/* The descriptors' page, whose address in the guest is `address`. */
void descriptors_write(uint8_t *page, uint64_t address, uint64_t stubs,
                       uint64_t stack_top);

/* The stubs' page. */
void descriptors_write_stubs(uint8_t *page);

/* The descriptors of the stock GDT, in 24 bytes. */
void descriptors_write_stock(uint64_t *gdt);

#endif
