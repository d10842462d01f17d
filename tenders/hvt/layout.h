/*
 * layout.h: where things lie in the physical memory of a guest.
 *
 *   0           stock tables (entry at ring 0), else nothing
 *   0x10000     boot info, manifest, arguments
 *   0x100000    image, heap, stack
 *   mem_size    the rings, if there are any
 *   above them  what only ring 0 may touch, for a guest entered at ring 3
 *
 * One memory slot holds all of it. Hypercalls reach what is below mem_size.
 */
#ifndef HVT_LAYOUT_H
#define HVT_LAYOUT_H

#include <stdint.h>

#define PAGE_SIZE       UINT64_C(0x1000)
#define LARGE_PAGE_SIZE UINT64_C(0x200000)
#define GUEST_MAX_SIZE  UINT64_C(0x100000000)

enum {
    /* the stock layout: what a guest entered at ring 0 finds */
    STOCK_GDT = 0x1000,
    STOCK_PML4 = 0x2000,
    STOCK_PDPT = 0x3000,
    STOCK_PD = 0x4000, /* four of them */
    STOCK_PT = 0x8000,

    /* the rings, from mem_size on */
    NET_RING_OFFSET = 0,
    BLOCK_RING_OFFSET = 0x10000,
    RING_AREA_SIZE = 0x200000,

    /* the supervisor area of a guest entered at ring 3, from its start on */
    SUPERVISOR_DESCRIPTORS = 0, /* GDT, TSS and IDT: descriptors.h */
    SUPERVISOR_STUBS = 0x1000,
    SUPERVISOR_STACK = 0x2000,
    SUPERVISOR_TABLES = 0x3000, /* the rest; not mapped at all */
};

#endif
