/*
 * solo5-hvt: runs a Solo5 image as a guest of KVM. See docs/target-hvt.md; the
 * order of things is the one in which hvt.h lists its parts.
 */
#include "boot_info.h"
#include "device.h"
#include "layout.h"
#include "machine.h"
#include "options.h"
#include "run.h"
#include "sandbox.h"
#include "stop.h"
#include <stdlib.h>

static const struct tender_module *const modules[] = {
    &core_module, &ring_module, &block_module, &net_module, NULL,
};

static const struct tender_kind kind = {
    .abi = {.target = HVT_ABI_TARGET, .version = HVT_ABI_VERSION},
    .modules = modules,
};

static struct hvt_ring *ring_at(struct hvt *hvt, uint64_t offset)
{
    return (struct hvt_ring *)(hvt->vm.memory + hvt->guest.size + offset);
}

static void start_rings(struct hvt *hvt)
{
    bool ours = hvt->tender.kernel.flags;

    if (device_is_attached(hvt, MFT_DEV_NET_BASIC))
        ring_start(&hvt->net_ring, hvt, ring_at(hvt, NET_RING_OFFSET),
                   HVT_NET_RING_PORT);
    if (ours && device_is_attached(hvt, MFT_DEV_BLOCK_BASIC))
        ring_start(&hvt->block_ring, hvt, ring_at(hvt, BLOCK_RING_OFFSET),
                   MIRAGE_HVT_BLOCK_RING_PORT);
}

int main(int argc, char **argv)
{
    static struct hvt hvt = {.ring_option = RING_AS_NOTED};

    tender_init(&hvt.tender, &kind, argc, argv);
    machine_create(&hvt);
    stop_init(hvt.vm.run);
    tender_setup(&hvt.tender);
    waiter_init(&hvt.waiter, &hvt.tender.kernel.manifest);
    sandbox_prepare(&hvt);
    start_rings(&hvt);
    boot_info_write(&hvt);
    sandbox_enter();
    run_guest(&hvt);
    ring_drain(&hvt.net_ring);
    ring_drain(&hvt.block_ring);
    return hvt.status;
}
