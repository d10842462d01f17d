/*
 * serial.h: the first serial port, which is the console.
 */
#ifndef VIRTIO_SERIAL_H
#define VIRTIO_SERIAL_H

#include <stddef.h>

/* Sets it to 115200 bits a second, 8 bits, no parity. */
void virtio_serial_init(void);

/* Writes; a newline becomes a carriage return and a newline. */
void virtio_serial_write(const char *data, size_t size);

#endif
