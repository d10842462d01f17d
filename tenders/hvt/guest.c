#include "guest.h"
#include <elf.h>
#include <stddef.h>

static bool in_memory(const struct guest *guest, uint64_t address,
                      uint64_t size)
{
    return address < guest->size && size < guest->size - address;
}

static void *refuse(struct guest *guest, uint64_t address, uint64_t size)
{
    guest->refused_address = address;
    guest->refused_size = size;
    return NULL;
}

const void *guest_readable(struct guest *guest, uint64_t address, uint64_t size)
{
    if (!in_memory(guest, address, size))
        return refuse(guest, address, size);
    return guest->memory + address;
}

void *guest_writable(struct guest *guest, uint64_t address, uint64_t size)
{
    if (!in_memory(guest, address, size))
        return refuse(guest, address, size);
    for (unsigned i = 0; i < guest->segment_count; i++) {
        const struct guest_segment *segment = &guest->segments[i];

        if (!(segment->flags & PF_W) && address < segment->end &&
            segment->start < address + size)
            return refuse(guest, address, size);
    }
    return guest->memory + address;
}
