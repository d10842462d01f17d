#include "power.h"
#include "../solo5/print.h"
#include "../x86_64/cpu.h"
#include "acpi.h"

enum {
    DEBUG_EXIT = 0x501, /* the port of isa-debug-exit */
    MOST = 127,
    STOCK_SUCCESS = 41, /* what Solo5 writes there, whatever the status */
    SLEEP_ENABLE = 1 << 13,
    SLEEP_TYPE_SHIFT = 10,
    UNUSED_PORT = 0x80, /* reading it takes about 1 us */
    PATIENCE = 500000,
};

static struct acpi_sleep sleep;

void virtio_power_init(uint64_t rsdp)
{
    sleep = virtio_acpi_find_sleep(rsdp);
}

static void sleep_by(uint16_t port, unsigned type)
{
    if (port)
        cpu_out16(port, (uint16_t)(type << SLEEP_TYPE_SHIFT | SLEEP_ENABLE));
}

/* The machine may go on for a while after it was told to switch off. */
static void linger(void)
{
    for (int i = 0; i < PATIENCE; i++)
        cpu_in8(UNUSED_PORT);
}

noreturn void virtio_power_off(int status)
{
    if (status != 0)
        cpu_out16(DEBUG_EXIT, (uint16_t)(status & 0xff) < MOST
                                  ? (uint16_t)(status & 0xff)
                                  : MOST);
    sleep_by(sleep.port_a, sleep.type_a);
    sleep_by(sleep.port_b, sleep.type_b);
    if (sleep.port_a)
        linger();
    cpu_out16(DEBUG_EXIT, STOCK_SUCCESS);
    solo5_print(SOLO5_INFO, "Halted");
    for (;;)
        __asm__ volatile("cli; hlt");
}
