/*
 * power.h: the end of the machine.
 */
#ifndef VIRTIO_POWER_H
#define VIRTIO_POWER_H

#include <stdint.h>
#include <stdnoreturn.h>

/*
 * Finds ACPI's way to switch the machine off, while low memory can be read.
 * `rsdp` is where its tables begin, or 0 to look for them.
 */
void virtio_power_init(uint64_t rsdp);

/*
 * Switches off. QEMU has a device for test programs, isa-debug-exit, by which
 * a status gets out, as 2 * status + 1 for up to 127; more becomes 127. With
 * status 0, or without that device, ACPI does it.
 */
noreturn void virtio_power_off(int status);

#endif
