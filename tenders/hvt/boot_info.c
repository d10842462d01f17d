#include "boot_info.h"
#include "calls.h"
#include "layout.h"
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

/* Where the next part goes; all of it fits below 1 MiB. */
static void *take(struct hvt *hvt, uint64_t *next, uint64_t size)
{
    void *place = hvt->guest.memory + *next;

    *next = (*next + size + 7) & ~7ull;
    return place;
}

static uint64_t ring_address(const struct hvt *hvt, const struct ring *ring)
{
    if (!ring->shared)
        return 0;
    return (uint64_t)((uint8_t *)ring->shared - hvt->guest.memory);
}

static void write_info(struct hvt *hvt, uint64_t *next,
                       struct mirage_hvt_boot_info *boot)
{
    uint64_t address = *next;
    struct mirage_hvt_info *info = take(hvt, next, sizeof(*info));

    *info = (struct mirage_hvt_info){
        .size = sizeof(*info),
        .calls = call_extensions(hvt),
        .block_ring = ring_address(hvt, &hvt->block_ring),
    };
    if (getrandom(info->seed, sizeof(info->seed), 0) != sizeof(info->seed))
        err(EXIT_FAILURE, "Could not get random bytes");
    boot->stock.host_features |= MIRAGE_HVT_FEATURE_INFO;
    boot->info = address;
}

static void write_manifest(struct hvt *hvt, uint64_t *next,
                           struct hvt_boot_info *boot)
{
    const struct manifest *manifest = &hvt->tender.kernel.manifest;
    size_t size = manifest_size(manifest);

    boot->mft = *next;
    memcpy(take(hvt, next, size), manifest, size);
}

static void write_arguments(struct hvt *hvt, uint64_t *next,
                            struct hvt_boot_info *boot)
{
    boot->cmdline = *next;
    tender_write_args(&hvt->tender, take(hvt, next, HVT_CMDLINE_SIZE),
                      HVT_CMDLINE_SIZE);
}

void boot_info_write(struct hvt *hvt)
{
    bool ours = hvt->tender.kernel.flags;
    uint64_t next = HVT_BOOT_INFO_BASE;
    struct mirage_hvt_boot_info *boot;

    boot = take(hvt, &next, ours ? sizeof(*boot) : sizeof(boot->stock));
    boot->stock = (struct hvt_boot_info){
        .mem_size = hvt->guest.size,
        .kernel_end = hvt->kernel_end,
        .cpu_cycle_freq = vm_tsc_frequency(&hvt->vm),
        .net_ring = ring_address(hvt, &hvt->net_ring),
    };
    if (boot->stock.net_ring)
        boot->stock.host_features |= HVT_FEATURE_NET_RING;
    write_manifest(hvt, &next, &boot->stock);
    write_arguments(hvt, &next, &boot->stock);
    if (ours)
        write_info(hvt, &next, boot);
}
