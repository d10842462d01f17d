#include "virtio.h"
#include "../solo5/print.h"
#include "../x86_64/paging.h"
#include "region.h"

/* ---- registers ---- */

/* Of legacy devices, section 4.1.4.8. */
enum legacy_register {
    LEGACY_FEATURES = 0,
    LEGACY_ACCEPTED = 4,
    LEGACY_QUEUE = 8,
    LEGACY_QUEUE_SIZE = 12,
    LEGACY_QUEUE_SELECT = 14,
    LEGACY_NOTIFY = 16,
    LEGACY_STATUS = 18,
    LEGACY_ISR = 19,
    LEGACY_CONFIG = 20,
};

/* Of modern devices, section 4.1.4.3. */
enum modern_register {
    MODERN_FEATURES_SELECT = 0,
    MODERN_FEATURES = 4,
    MODERN_ACCEPTED_SELECT = 8,
    MODERN_ACCEPTED = 12,
    MODERN_STATUS = 20,
    MODERN_QUEUE_SELECT = 22,
    MODERN_QUEUE_SIZE = 24,
    MODERN_QUEUE_ENABLE = 28,
    MODERN_QUEUE_NOTIFY = 30,
    MODERN_QUEUE_DESCRIPTORS = 32,
    MODERN_QUEUE_AVAILABLE = 40,
    MODERN_QUEUE_USED = 48,
};

enum status { ACKNOWLEDGE = 1, DRIVER = 2, DRIVER_OK = 4, FEATURES_OK = 8 };

/* Capabilities that lead to modern registers, section 4.1.4. */
enum { VENDOR_CAPABILITY = 9, HAS_CAPABILITIES = 16, CAPABILITIES_MOST = 48 };
enum capability { COMMON = 1, NOTIFY = 2, ISR = 3, DEVICE_CONFIG = 4 };

static unsigned status_register(const struct virtio_device *device)
{
    return device->is_modern ? MODERN_STATUS : LEGACY_STATUS;
}

static uint8_t read_status(const struct virtio_device *device)
{
    return region_read8(device->common, status_register(device));
}

static void add_status(const struct virtio_device *device, uint8_t bit)
{
    region_write8(device->common, status_register(device),
                  read_status(device) | bit);
}

/* ---- finding them ---- */

/* Registers in memory are far from the memory that is mapped anyway. */
static struct virtio_region map(uint64_t base, uint32_t size)
{
    uint64_t first = base & -4096ull;
    uint64_t end = (base + size + 4095) & -4096ull;

    x86_paging_set(first, end - first,
                   PAGING_READ | PAGING_WRITE | PAGING_DEVICE);
    return (struct virtio_region){.base = base, .is_port = false};
}

static struct virtio_region find_region(const struct pci_device *pci,
                                        unsigned capability)
{
    bool is_port;
    uint64_t base =
        virtio_pci_bar(pci, virtio_pci_read8(pci, capability + 4), &is_port);
    uint32_t offset = virtio_pci_read32(pci, capability + 8);

    if (base == 0)
        return (struct virtio_region){0};
    if (is_port)
        return (struct virtio_region){base + offset, true};
    return map(base + offset, virtio_pci_read32(pci, capability + 12));
}

static void see_capability(struct virtio_device *device, unsigned at)
{
    const struct pci_device *pci = &device->pci;

    switch (virtio_pci_read8(pci, at + 3)) {
    case COMMON:
        device->common = find_region(pci, at);
        break;
    case NOTIFY:
        device->notify = find_region(pci, at);
        device->notify_step = virtio_pci_read32(pci, at + 16);
        break;
    case ISR:
        device->isr = find_region(pci, at);
        break;
    case DEVICE_CONFIG:
        device->config = find_region(pci, at);
        break;
    }
}

/* The list is the device's: it may not end. */
static bool find_modern(struct virtio_device *device)
{
    const struct pci_device *pci = &device->pci;
    unsigned at = virtio_pci_read8(pci, PCI_CAPABILITIES) & 0xfc;

    if (!(virtio_pci_read16(pci, PCI_STATUS) & HAS_CAPABILITIES))
        return false;
    for (int i = 0; at && i < CAPABILITIES_MOST; i++) {
        if (virtio_pci_read8(pci, at) == VENDOR_CAPABILITY)
            see_capability(device, at);
        at = virtio_pci_read8(pci, at + 1) & 0xfc;
    }
    return device->common.base && device->notify.base && device->isr.base &&
           device->config.base;
}

static bool find_legacy(struct virtio_device *device)
{
    bool is_port;
    uint64_t base = virtio_pci_bar(&device->pci, 0, &is_port);

    if (!is_port || base == 0)
        return false;
    device->common = (struct virtio_region){base, true};
    device->isr = (struct virtio_region){base + LEGACY_ISR, true};
    device->config = (struct virtio_region){base + LEGACY_CONFIG, true};
    return true;
}

bool virtio_open(struct virtio_device *device, const struct pci_device *pci)
{
    *device = (struct virtio_device){.pci = *pci};
    virtio_pci_enable(pci, PCI_IO | PCI_MEMORY | PCI_BUS_MASTER);
    device->is_modern = find_modern(device);
    if (!device->is_modern && !find_legacy(device)) {
        solo5_print(SOLO5_WARNING, "PCI:%02x:%02x: no registers of virtio",
                    pci->bus, pci->slot);
        return false;
    }
    region_write8(device->common, status_register(device), 0);
    while (read_status(device) != 0)
        continue;
    add_status(device, ACKNOWLEDGE);
    add_status(device, DRIVER);
    return true;
}

/* ---- features ---- */

static uint64_t read_features(struct virtio_device *device)
{
    uint64_t features;

    if (!device->is_modern)
        return region_read32(device->common, LEGACY_FEATURES);
    region_write32(device->common, MODERN_FEATURES_SELECT, 1);
    features = (uint64_t)region_read32(device->common, MODERN_FEATURES) << 32;
    region_write32(device->common, MODERN_FEATURES_SELECT, 0);
    return features | region_read32(device->common, MODERN_FEATURES);
}

static void accept(struct virtio_device *device, uint64_t features)
{
    device->features = features;
    if (!device->is_modern) {
        region_write32(device->common, LEGACY_ACCEPTED, (uint32_t)features);
        return;
    }
    region_write32(device->common, MODERN_ACCEPTED_SELECT, 0);
    region_write32(device->common, MODERN_ACCEPTED, (uint32_t)features);
    region_write32(device->common, MODERN_ACCEPTED_SELECT, 1);
    region_write32(device->common, MODERN_ACCEPTED, (uint32_t)(features >> 32));
}

bool virtio_negotiate(struct virtio_device *device, uint64_t wanted)
{
    if (device->is_modern)
        wanted |= virtio_bit(VIRTIO_F_VERSION_1);
    accept(device, read_features(device) & wanted);
    if (!device->is_modern)
        return true;
    add_status(device, FEATURES_OK);
    return read_status(device) & FEATURES_OK;
}

void virtio_start(struct virtio_device *device)
{
    add_status(device, DRIVER_OK);
}

void virtio_acknowledge(struct virtio_device *device)
{
    region_read8(device->isr, 0);
}

/* ---- configuration ---- */

uint8_t virtio_config8(struct virtio_device *device, unsigned at)
{
    return region_read8(device->config, at);
}

uint16_t virtio_config16(struct virtio_device *device, unsigned at)
{
    return region_read16(device->config, at);
}

uint32_t virtio_config32(struct virtio_device *device, unsigned at)
{
    return region_read32(device->config, at);
}

uint64_t virtio_config64(struct virtio_device *device, unsigned at)
{
    return virtio_config32(device, at) |
           (uint64_t)virtio_config32(device, at + 4) << 32;
}

/* ---- queues ---- */

uint16_t virtio_queue_select(struct virtio_device *device, uint16_t number)
{
    unsigned select =
        device->is_modern ? MODERN_QUEUE_SELECT : LEGACY_QUEUE_SELECT;
    unsigned size = device->is_modern ? MODERN_QUEUE_SIZE : LEGACY_QUEUE_SIZE;

    region_write16(device->common, select, number);
    return region_read16(device->common, size);
}

static struct virtio_region modern_doorbell(struct virtio_device *device)
{
    struct virtio_region doorbell = device->notify;

    doorbell.base += (uintptr_t)device->notify_step *
                     region_read16(device->common, MODERN_QUEUE_NOTIFY);
    return doorbell;
}

struct virtio_region virtio_queue_set(struct virtio_device *device,
                                      uintptr_t descriptors,
                                      uintptr_t available, uintptr_t used)
{
    if (!device->is_modern) {
        region_write32(device->common, LEGACY_QUEUE,
                       (uint32_t)(descriptors >> 12));
        return (struct virtio_region){device->common.base + LEGACY_NOTIFY,
                                      true};
    }
    region_write64(device->common, MODERN_QUEUE_DESCRIPTORS, descriptors);
    region_write64(device->common, MODERN_QUEUE_AVAILABLE, available);
    region_write64(device->common, MODERN_QUEUE_USED, used);
    region_write16(device->common, MODERN_QUEUE_ENABLE, 1);
    return modern_doorbell(device);
}
