/*
 * solo5-hvt: runs a Solo5 image as a guest of KVM. See docs/target-hvt.md.
 *
 * Everything is opened and made first; then the tender gives up what it does
 * not need, and only then the guest's first instruction runs.
 */
#include "boot_info.h"
#include "core_dump.h"
#include "device.h"
#include "gdb.h"
#include "layout.h"
#include "machine.h"
#include "options.h"
#include "run.h"
#include "sandbox.h"
#include "stop.h"

enum { DEFAULT_GDB_PORT = 1234 };

static const struct tender_module *const modules[] = {
    &core_module, &ring_module,     &block_module, &net_module,
    &gdb_module,  &dumpcore_module, NULL,
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

static void prepare(struct hvt *hvt)
{
    machine_create(hvt);
    stop_init(hvt->vm.run);
    tender_setup(&hvt->tender);
    waiter_init(&hvt->waiter, &hvt->tender.kernel.manifest);
    if (hvt->core_dir)
        core_dump_prepare(hvt);
    sandbox_prepare(hvt);
    start_rings(hvt);
    boot_info_write(hvt);
}

/* What the guest was told is done is done before it ends. */
static void finish(struct hvt *hvt)
{
    ring_drain(&hvt->net_ring);
    ring_drain(&hvt->block_ring);
    if (hvt->core_dir && hvt->status == HVT_EXIT_ABORT)
        core_dump_write(hvt);
    gdb_ended(hvt->status);
}

int main(int argc, char **argv)
{
    static struct hvt hvt = {
        .ring_option = RING_AS_NOTED,
        .gdb_port = DEFAULT_GDB_PORT,
    };

    tender_init(&hvt.tender, &kind, argc, argv);
    prepare(&hvt);
    if (hvt.gdb)
        gdb_connect(&hvt);
    sandbox_enter();
    run_guest(&hvt);
    finish(&hvt);
    return hvt.status;
}
