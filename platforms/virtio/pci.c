#include "pci.h"
#include "../x86_64/cpu.h"

enum { ADDRESS = 0xcf8, DATA = 0xcfc };
enum { BUSES = 256, SLOTS = 32, NO_VENDOR = 0xffff };
enum { BAR_IS_PORT = 1, BAR_TYPE = 6, BAR_IS_64 = 4 };

static const uint32_t enable = 1u << 31;

static void select(const struct pci_device *device, unsigned at)
{
    cpu_out32(ADDRESS, enable | (uint32_t)device->bus << 16 |
                           (uint32_t)device->slot << 11 | (at & 0xfc));
}

uint32_t virtio_pci_read32(const struct pci_device *device, unsigned at)
{
    select(device, at);
    return cpu_in32(DATA);
}

uint16_t virtio_pci_read16(const struct pci_device *device, unsigned at)
{
    select(device, at);
    return cpu_in16((uint16_t)(DATA + (at & 2)));
}

uint8_t virtio_pci_read8(const struct pci_device *device, unsigned at)
{
    select(device, at);
    return cpu_in8((uint16_t)(DATA + (at & 3)));
}

void virtio_pci_enable(const struct pci_device *device, uint16_t command)
{
    uint16_t now = virtio_pci_read16(device, PCI_COMMAND);

    select(device, PCI_COMMAND);
    cpu_out16(DATA, now | command);
}

uint64_t virtio_pci_bar(const struct pci_device *device, unsigned bar,
                        bool *is_port)
{
    unsigned at = PCI_BAR0 + 4 * bar;
    uint32_t low = virtio_pci_read32(device, at);

    *is_port = low & BAR_IS_PORT;
    if (*is_port)
        return low & ~3u;
    if ((low & BAR_TYPE) == BAR_IS_64)
        return (uint64_t)virtio_pci_read32(device, at + 4) << 32 | (low & ~15u);
    return low & ~15u;
}

static void see(struct pci_device *device,
                void (*fn)(const struct pci_device *device))
{
    device->vendor = virtio_pci_read16(device, PCI_VENDOR);
    if (device->vendor == NO_VENDOR)
        return;
    device->device = virtio_pci_read16(device, PCI_DEVICE);
    device->subsystem = virtio_pci_read16(device, PCI_SUBSYSTEM);
    device->irq = virtio_pci_read8(device, PCI_INTERRUPT_LINE);
    fn(device);
}

void virtio_pci_scan(void (*fn)(const struct pci_device *device))
{
    for (unsigned bus = 0; bus < BUSES; bus++)
        for (unsigned slot = 0; slot < SLOTS; slot++) {
            struct pci_device device = {.bus = (uint8_t)bus,
                                        .slot = (uint8_t)slot};

            see(&device, fn);
        }
}
