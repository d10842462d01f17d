#include "pvclock.h"
#include "../x86_64/cpu.h"
#include <cpuid.h>
#include <string.h>
#include <x86intrin.h>

enum {
    SECOND = 1000000000,
    LEAF_SIGNATURE = 0x40000000,
    LEAF_FEATURES = 0x40000001,
    FEATURE_OLD = 1 << 0,
    FEATURE_NEW = 1 << 3,
    RUN = 1, /* in the address of the system time */
};

struct msrs {
    uint32_t system, wall;
};

struct wall {
    uint32_t version, seconds, ns;
};

static struct msrs msrs;
static volatile struct pvclock_time shared __attribute__((aligned(64)));

/* ---- is it there? ---- */

static bool is_kvm(void)
{
    unsigned most, signature[3];

    __cpuid(LEAF_SIGNATURE, most, signature[0], signature[1], signature[2]);
    return memcmp(signature, "KVMKVMKVM\0\0\0", 12) == 0;
}

static bool find_msrs(void)
{
    unsigned features, ebx, ecx, edx;

    if (!is_kvm())
        return false;
    __cpuid(LEAF_FEATURES, features, ebx, ecx, edx);
    if (features & FEATURE_NEW)
        msrs = (struct msrs){0x4b564d01, 0x4b564d00};
    else if (features & FEATURE_OLD)
        msrs = (struct msrs){0x12, 0x11};
    return msrs.system != 0;
}

bool virtio_pvclock_init(void)
{
    if (!find_msrs())
        return false;
    cpu_write_msr(msrs.system, (uintptr_t)&shared | RUN);
    return shared.multiplier != 0;
}

/* ---- reading it ---- */

uint64_t virtio_pvclock_at(const struct pvclock_time *time, uint64_t tsc)
{
    uint64_t ticks = tsc - time->tsc;

    ticks = time->shift < 0 ? ticks >> -time->shift : ticks << time->shift;
    return time->system_ns +
           (uint64_t)((unsigned __int128)ticks * time->multiplier >> 32);
}

static void barrier(void)
{
    __asm__ volatile("lfence" : : : "memory");
}

uint64_t virtio_pvclock_clock(void)
{
    struct pvclock_time time;
    uint64_t tsc;

    do {
        time = *(const struct pvclock_time *)&shared;
        barrier();
        tsc = __rdtsc();
        barrier();
    } while ((time.version & 1) || time.version != shared.version);
    return virtio_pvclock_at(&time, tsc);
}

/* Asked each time, because the host's clock may have been set. */
int64_t virtio_pvclock_wall_clock(void)
{
    static struct wall wall;

    cpu_write_msr(msrs.wall, (uintptr_t)&wall);
    barrier();
    return (int64_t)wall.seconds * SECOND + wall.ns +
           (int64_t)virtio_pvclock_clock();
}
