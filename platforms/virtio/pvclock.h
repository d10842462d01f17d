/*
 * pvclock.h: time as KVM tells it, in memory shared with it. Linux kernel
 * documentation, virt/kvm/x86/msr.rst.
 */
#ifndef VIRTIO_PVCLOCK_H
#define VIRTIO_PVCLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct pvclock_time {
    uint32_t version; /* odd while it is written */
    uint32_t pad;
    uint64_t tsc, system_ns; /* both of one moment */
    uint32_t multiplier;     /* ns per tick, times 2^32 >> shift */
    int8_t shift;
    uint8_t flags, pad2[2];
};

/* Whether there is KVM's clock; then it is running. */
bool virtio_pvclock_init(void);

uint64_t virtio_pvclock_clock(void);
int64_t virtio_pvclock_wall_clock(void);

/* The time when the counter is `tsc`. For tests. */
uint64_t virtio_pvclock_at(const struct pvclock_time *time, uint64_t tsc);

#endif
