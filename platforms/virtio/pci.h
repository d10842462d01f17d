/*
 * pci.h: the PCI bus, by configuration mechanism 1. PCI Local Bus
 * Specification 3.0, chapter 6.
 */
#ifndef VIRTIO_PCI_H
#define VIRTIO_PCI_H

#include <stdbool.h>
#include <stdint.h>

struct pci_device {
    uint8_t bus, slot;
    uint16_t device, vendor, subsystem;
    uint8_t irq;
};

/* Registers of the configuration space, by their place. */
enum pci_register {
    PCI_VENDOR = 0x00,
    PCI_DEVICE = 0x02,
    PCI_COMMAND = 0x04,
    PCI_STATUS = 0x06,
    PCI_BAR0 = 0x10,
    PCI_SUBSYSTEM = 0x2e,
    PCI_CAPABILITIES = 0x34,
    PCI_INTERRUPT_LINE = 0x3c,
};

enum pci_command { PCI_IO = 1, PCI_MEMORY = 2, PCI_BUS_MASTER = 4 };

uint8_t virtio_pci_read8(const struct pci_device *device, unsigned at);
uint16_t virtio_pci_read16(const struct pci_device *device, unsigned at);
uint32_t virtio_pci_read32(const struct pci_device *device, unsigned at);

/* Sets bits of the command register. */
void virtio_pci_enable(const struct pci_device *device, uint16_t command);

/* Where base address register `bar` points; *is_port whether to I/O ports. */
uint64_t virtio_pci_bar(const struct pci_device *device, unsigned bar,
                        bool *is_port);

/* Calls fn for each device there is, in order of bus and slot. */
void virtio_pci_scan(void (*fn)(const struct pci_device *device));

#endif
