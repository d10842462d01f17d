#include "interrupts.h"
#include "../x86_64/cpu.h"
#include "../x86_64/tables.h"
#include <stddef.h>

enum {
    FIRST_VECTOR = 32,
    LINES = 16,
    ENTRY_SIZE = 16, /* bytes, of virtio_interrupts_entries.S */
    CASCADE = 2,     /* the line of the first that the second hangs on */
};

/* Ports: commands at these, the mask at the next. */
enum { FIRST = 0x20, SECOND = 0xa0 };

/* Commands. */
enum { INIT = 0x11, MODE_8086 = 0x01, END = 0x20 };

extern const char virtio_interrupts_entries[];

static uint16_t masked = 0xffff;
static void (*handlers[LINES])(void);

static void init_controller(uint16_t port, uint8_t vector, uint8_t cascade)
{
    cpu_out8(port, INIT);
    cpu_out8(port + 1, vector);
    cpu_out8(port + 1, cascade);
    cpu_out8(port + 1, MODE_8086);
}

static void write_mask(void)
{
    cpu_out8(FIRST + 1, (uint8_t)masked);
    cpu_out8(SECOND + 1, (uint8_t)(masked >> 8));
}

void virtio_interrupts_init(void)
{
    init_controller(FIRST, FIRST_VECTOR, 1 << CASCADE);
    init_controller(SECOND, FIRST_VECTOR + 8, CASCADE);
    masked &= (uint16_t) ~(1u << CASCADE);
    write_mask();
    for (unsigned i = 0; i < LINES; i++)
        x86_tables_set_interrupt(FIRST_VECTOR + i,
                                 (uintptr_t)virtio_interrupts_entries +
                                     i * ENTRY_SIZE);
}

void virtio_interrupts_enable(unsigned irq, void (*handler)(void))
{
    handlers[irq] = handler;
    masked &= (uint16_t) ~(1u << irq);
    write_mask();
}

void virtio_interrupts_handle(unsigned irq)
{
    if (handlers[irq])
        handlers[irq]();
    if (irq >= 8)
        cpu_out8(SECOND, END);
    cpu_out8(FIRST, END);
}

/* `sti` lets none in before the instruction after it. */
void virtio_interrupts_wait(void)
{
    __asm__ volatile("sti\n"
                     "    hlt\n"
                     "    cli\n"
                     :
                     :
                     : "memory");
}
