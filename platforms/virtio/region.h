/*
 * region.h: reading and writing a device's registers.
 */
#ifndef VIRTIO_REGION_H
#define VIRTIO_REGION_H

#include "../x86_64/cpu.h"
#include "virtio.h"

static inline uint8_t region_read8(struct virtio_region r, unsigned at)
{
    return r.is_port ? cpu_in8((uint16_t)(r.base + at))
                     : *(volatile uint8_t *)(r.base + at);
}

static inline uint16_t region_read16(struct virtio_region r, unsigned at)
{
    return r.is_port ? cpu_in16((uint16_t)(r.base + at))
                     : *(volatile uint16_t *)(r.base + at);
}

static inline uint32_t region_read32(struct virtio_region r, unsigned at)
{
    return r.is_port ? cpu_in32((uint16_t)(r.base + at))
                     : *(volatile uint32_t *)(r.base + at);
}

static inline void region_write8(struct virtio_region r, unsigned at,
                                 uint8_t value)
{
    if (r.is_port)
        cpu_out8((uint16_t)(r.base + at), value);
    else
        *(volatile uint8_t *)(r.base + at) = value;
}

static inline void region_write16(struct virtio_region r, unsigned at,
                                  uint16_t value)
{
    if (r.is_port)
        cpu_out16((uint16_t)(r.base + at), value);
    else
        *(volatile uint16_t *)(r.base + at) = value;
}

static inline void region_write32(struct virtio_region r, unsigned at,
                                  uint32_t value)
{
    if (r.is_port)
        cpu_out32((uint16_t)(r.base + at), value);
    else
        *(volatile uint32_t *)(r.base + at) = value;
}

/* In two halves, as the modern registers want it. */
static inline void region_write64(struct virtio_region r, unsigned at,
                                  uint64_t value)
{
    region_write32(r, at, (uint32_t)value);
    region_write32(r, at + 4, (uint32_t)(value >> 32));
}

#endif
