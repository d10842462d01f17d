#include "serial.h"
#include "../x86_64/cpu.h"

/* A 16550: registers by their distance from the first port. */
enum {
    PORT = 0x3f8,
    DATA = 0,
    INTERRUPTS = 1, /* with DIVISOR_ACCESS: the divisor's high half */
    FIFO = 2,
    LINE = 3,
    MODEM = 4,
    STATUS = 5,
};

enum {
    DIVISOR_ACCESS = 0x80,
    EIGHT_BITS = 0x03,
    FIFO_ON_CLEARED = 0x07,
    READY = 0x03, /* DTR and RTS */
    CAN_SEND = 0x20,
    TRIES = 100000, /* a port that is not there never can */
};

void virtio_serial_init(void)
{
    cpu_out8(PORT + INTERRUPTS, 0);
    cpu_out8(PORT + LINE, DIVISOR_ACCESS);
    cpu_out8(PORT + DATA, 1);
    cpu_out8(PORT + INTERRUPTS, 0);
    cpu_out8(PORT + LINE, EIGHT_BITS);
    cpu_out8(PORT + FIFO, FIFO_ON_CLEARED);
    cpu_out8(PORT + MODEM, READY);
}

static void send(char c)
{
    for (int i = 0; i < TRIES; i++)
        if (cpu_in8(PORT + STATUS) & CAN_SEND)
            break;
    cpu_out8(PORT + DATA, (uint8_t)c);
}

void virtio_serial_write(const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (data[i] == '\n')
            send('\r');
        send(data[i]);
    }
}
