#include "tables.h"
#include "traps.h"

enum {
    VECTORS = 48,
    INTERRUPT_GATE = 0x8e00, /* present, ring 0 */
    TASK_PRESENT = 0x89,
    TRAP_STACK_SIZE = 4096,
    TRAP_STACK = 1, /* numbers of stacks in the task state, from 1 */
};

struct gate {
    uint16_t offset_low, selector, flags, offset_middle;
    uint32_t offset_high, reserved;
};

struct task_state {
    uint32_t reserved0;
    uint64_t stacks[3];
    uint64_t reserved1;
    uint64_t interrupt_stacks[7];
    uint64_t reserved2;
    uint16_t reserved3, io_map;
} __attribute__((packed));

struct table_pointer {
    uint16_t limit;
    uint64_t base;
} __attribute__((packed));

static uint64_t segments[5]
    __attribute__((aligned(16))) = {0, 0x00af99000000ffff, 0x00cf93000000ffff};
static struct gate gates[VECTORS] __attribute__((aligned(16)));
static struct task_state task;

/*
 * A stack of its own for faults: the one in use may be what is wrong. Gates
 * are shut while a handler runs, so one is enough.
 */
static char trap_stack[TRAP_STACK_SIZE] __attribute__((aligned(16)));

static void set_gate(unsigned vector, uintptr_t handler)
{
    gates[vector] = (struct gate){
        .offset_low = (uint16_t)handler,
        .selector = TABLES_CODE,
        .flags = INTERRUPT_GATE | TRAP_STACK,
        .offset_middle = (uint16_t)(handler >> 16),
        .offset_high = (uint32_t)(handler >> 32),
    };
}

static void set_task(void)
{
    uint64_t base = (uintptr_t)&task, limit = sizeof(task) - 1;

    task.interrupt_stacks[TRAP_STACK - 1] =
        (uintptr_t)trap_stack + sizeof(trap_stack);
    task.io_map = sizeof(task);
    segments[TABLES_TASK / 8] = limit | (base & 0xffffff) << 16 |
                                (uint64_t)TASK_PRESENT << 40 |
                                (base >> 24 & 0xff) << 56;
    segments[TABLES_TASK / 8 + 1] = base >> 32;
}

static void load_segments(void)
{
    const struct table_pointer gdt = {sizeof(segments) - 1,
                                      (uintptr_t)segments};

    __asm__ volatile("lgdt %0\n"
                     "    push %1\n"
                     "    lea 1f(%%rip), %%rax\n"
                     "    push %%rax\n"
                     "    lretq\n"
                     "1:  mov %2, %%ss\n"
                     "    mov %2, %%ds\n"
                     "    mov %2, %%es\n"
                     "    ltr %w3\n"
                     :
                     : "m"(gdt), "i"(TABLES_CODE), "r"(TABLES_DATA),
                       "r"(TABLES_TASK)
                     : "rax", "memory");
}

void x86_tables_init(void)
{
    const struct table_pointer idt = {sizeof(gates) - 1, (uintptr_t)gates};

    set_task();
    load_segments();
    for (unsigned i = 0; i < TRAPS_COUNT; i++)
        set_gate(i, (uintptr_t)x86_traps_entries + i * TRAPS_ENTRY_SIZE);
    __asm__ volatile("lidt %0" : : "m"(idt));
}

void x86_tables_set_interrupt(unsigned vector, uintptr_t handler)
{
    set_gate(vector, handler);
}
