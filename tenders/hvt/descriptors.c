#include "descriptors.h"
#include "layout.h"
#include <solo5/hvt_extension.h>
#include <string.h>

/* Intel SDM volume 3: 3.4.5 segments, 6.14 gates, 7.7 and 7.2.3 the TSS. */

#define CODE_SEGMENT 0x00af9b000000ffffull /* 64 bits, readable, accessed */
#define DATA_SEGMENT 0x00cf93000000ffffull /* writable, accessed */
#define DPL_3        (3ull << 45)

#define STOCK_CODE_SEGMENT 0x00af99000000ffffull

enum {
    STUB_SIZE = 16,
    TSS_RSP0 = 4,
    TSS_BITMAP_OFFSET = 102,
    TSS_BITMAP = 104,
    BREAKPOINT = 3,
    GATE_PRESENT_INTERRUPT = 0x8e,
};

void descriptors_write_stock(uint64_t *gdt)
{
    gdt[0] = 0;
    gdt[1] = STOCK_CODE_SEGMENT;
    gdt[2] = DATA_SEGMENT;
}

static void write_gdt(uint64_t *gdt, uint64_t tss)
{
    gdt[SUPERVISOR_CODE / 8] = CODE_SEGMENT;
    gdt[SUPERVISOR_DATA / 8] = DATA_SEGMENT;
    gdt[USER_CODE / 8] = CODE_SEGMENT | DPL_3;
    gdt[USER_DATA / 8] = DATA_SEGMENT | DPL_3;
    gdt[TASK_STATE / 8] = (TSS_SIZE - 1) | (tss & 0xffffff) << 16 |
                          0x8bull << 40 | (tss >> 24 & 0xff) << 56;
    gdt[TASK_STATE / 8 + 1] = tss >> 32;
}

/* Only `int3` may be executed by ring 3; it is how gdb stops it. */
static void write_gate(uint8_t *gate, uint64_t handler, unsigned vector)
{
    uint16_t words[8] = {
        handler & 0xffff,
        SUPERVISOR_CODE,
        GATE_PRESENT_INTERRUPT << 8,
        handler >> 16 & 0xffff,
        handler >> 32 & 0xffff,
        handler >> 48,
    };

    if (vector == BREAKPOINT)
        words[2] |= 3 << 13;
    memcpy(gate, words, sizeof(words));
}

static void allow_port(uint8_t *bitmap, unsigned port)
{
    for (unsigned i = port; i < port + 4; i++)
        bitmap[i / 8] &= ~(1u << i % 8);
}

/* A 32-bit `out` needs four ports; neighbours overlap, which does no harm. */
static void write_bitmap(uint8_t *bitmap)
{
    memset(bitmap, 0xff, TSS_SIZE - TSS_BITMAP);
    for (unsigned call = HVT_WALLTIME; call < MIRAGE_HVT_END_OF_CALLS; call++)
        allow_port(bitmap, HVT_HYPERCALL_PORT + call);
    allow_port(bitmap, HVT_NET_RING_PORT);
    allow_port(bitmap, MIRAGE_HVT_BLOCK_RING_PORT);
}

static void write_tss(uint8_t *tss, uint64_t stack_top)
{
    uint16_t bitmap_offset = TSS_BITMAP;

    memcpy(tss + TSS_RSP0, &stack_top, sizeof(stack_top));
    memcpy(tss + TSS_BITMAP_OFFSET, &bitmap_offset, sizeof(bitmap_offset));
    write_bitmap(tss + TSS_BITMAP);
}

void descriptors_write(uint8_t *page, uint64_t address, uint64_t stubs,
                       uint64_t stack_top)
{
    memset(page, 0, PAGE_SIZE);
    write_gdt((uint64_t *)(page + GDT_OFFSET), address + TSS_OFFSET);
    for (unsigned i = 0; i < FAULT_VECTORS; i++)
        write_gate(page + IDT_OFFSET + i * 16, stubs + i * STUB_SIZE, i);
    write_tss(page + TSS_OFFSET, stack_top);
}

/* out %eax, $(FAULT_PORT + vector); hlt, which is never reached */
void descriptors_write_stubs(uint8_t *page)
{
    memset(page, 0xf4, PAGE_SIZE);
    for (unsigned i = 0; i < FAULT_VECTORS; i++) {
        page[i * STUB_SIZE] = 0xe7;
        page[i * STUB_SIZE + 1] = FAULT_PORT + i;
    }
}
