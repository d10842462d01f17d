#include "devices.h"
#include "../solo5/boot.h"
#include "../solo5/print.h"
#include "disk.h"
#include "net.h"
#include "pci.h"
#include "power.h"
#include <mirage/exit.h>

/* Legacy devices say in `subsystem` what they are, modern ones in `device`. */
enum {
    VENDOR = 0x1af4,
    FIRST_LEGACY = 0x1000,
    FIRST_MODERN = 0x1040,
    LAST = 0x107f,
    KIND_NET = 1,
    KIND_DISK = 2,
};

static unsigned kind_of(const struct pci_device *pci)
{
    if (pci->vendor != VENDOR || pci->device < FIRST_LEGACY ||
        pci->device > LAST)
        return 0;
    return pci->device >= FIRST_MODERN ? pci->device - FIRST_MODERN
                                       : pci->subsystem;
}

/* The first of its kind that has no device yet; 0 if there is none. */
static unsigned next_handle(enum mft_type type)
{
    const struct mft *manifest = solo5_machine.manifest;

    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type == type && !manifest->e[i].attached)
            return i;
    return 0;
}

static void attach(const struct pci_device *pci, const char *kind,
                   enum mft_type type,
                   bool (*open)(const struct pci_device *pci, unsigned handle))
{
    unsigned handle = next_handle(type);

    if (!handle) {
        solo5_print(SOLO5_WARNING,
                    "PCI:%02x:%02x: virtio-%s device not in manifest", pci->bus,
                    pci->slot, kind);
        return;
    }
    solo5_print(SOLO5_INFO, "PCI:%02x:%02x: virtio-%s device, irq=%u", pci->bus,
                pci->slot, kind, pci->irq);
    solo5_machine.manifest->e[handle].attached = open(pci, handle);
}

static void see(const struct pci_device *pci)
{
    switch (kind_of(pci)) {
    case KIND_NET:
        attach(pci, "net", MFT_DEV_NET_BASIC, virtio_net_open);
        break;
    case KIND_DISK:
        attach(pci, "block", MFT_DEV_BLOCK_BASIC, virtio_disk_open);
        break;
    }
}

static bool check_all_attached(void)
{
    const struct mft *manifest = solo5_machine.manifest;
    bool all = true;

    for (unsigned i = 1; i < manifest->entries; i++) {
        const struct mft_entry *entry = &manifest->e[i];

        if (entry->attached)
            continue;
        all = false;
        solo5_print(
            SOLO5_ERROR, "Device '%s' of type %s declared but not attached.",
            entry->name,
            entry->type == MFT_DEV_NET_BASIC ? "NET_BASIC" : "BLOCK_BASIC");
    }
    return all;
}

void virtio_devices_init(void)
{
    virtio_pci_scan(see);
    if (check_all_attached())
        return;
    solo5_print(SOLO5_ERROR,
                "All declared devices must be attached. Aborting.");
    virtio_power_off(MIRAGE_EXIT_CRASH);
}
