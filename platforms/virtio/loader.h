/*
 * loader.h: what the program that loaded the image says about the machine.
 */
#ifndef VIRTIO_LOADER_H
#define VIRTIO_LOADER_H

#include <stdbool.h>
#include <stdint.h>

struct loader_info {
    const char *command_line; /* a copy, without the image's own name */
    bool is_cut;              /* it was longer than the copy can be */
    uint64_t memory_end;      /* of the memory that the image is in */
    uint64_t rsdp;            /* where ACPI's tables begin, or 0 */
};

/* `magic` is what multiboot leaves in EAX; with PVH it is 0. */
bool virtio_loader_read(uint32_t magic, uintptr_t address,
                        struct loader_info *info);

#endif
