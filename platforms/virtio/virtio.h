/*
 * virtio.h: a virtio device on the PCI bus, legacy or modern. Virtual I/O
 * Device (VIRTIO) Version 1.2, sections 2, 3.1 and 4.1.
 *
 * To start one: virtio_open; virtio_negotiate; a virtio_queue_create for each
 * queue; virtio_start.
 */
#ifndef VIRTIO_VIRTIO_H
#define VIRTIO_VIRTIO_H

#include "pci.h"
#include <stddef.h>

/* Features of every device. */
enum virtio_feature {
    VIRTIO_F_RING_EVENT_IDX = 29,
    VIRTIO_F_VERSION_1 = 32,
};

static inline uint64_t virtio_bit(unsigned feature)
{
    return 1ull << feature;
}

/* How registers of a device are reached: by ports, or in memory. */
struct virtio_region {
    uintptr_t base; /* 0: there is none */
    bool is_port;
};

struct virtio_device {
    struct pci_device pci;
    bool is_modern;
    uint64_t features;                /* both sides agreed on */
    struct virtio_region common;      /* legacy: the only one */
    struct virtio_region notify, isr; /* modern */
    struct virtio_region config;      /* the device's own */
    uint32_t notify_step;             /* bytes between queues' doorbells */
};

/*
 * Finds the device's registers and resets it. False, and a line of the log,
 * if it has none that this platform knows.
 */
bool virtio_open(struct virtio_device *device, const struct pci_device *pci);

/* Agrees on those of `wanted` that the device has; false if it refuses. */
bool virtio_negotiate(struct virtio_device *device, uint64_t wanted);

static inline bool virtio_has(const struct virtio_device *device,
                              unsigned feature)
{
    return device->features & virtio_bit(feature);
}

/* The device may use its queues from now on. */
void virtio_start(struct virtio_device *device);

/* Lowers its interrupt. */
void virtio_acknowledge(struct virtio_device *device);

/* Bytes of its own configuration, little-endian. */
uint8_t virtio_config8(struct virtio_device *device, unsigned at);
uint16_t virtio_config16(struct virtio_device *device, unsigned at);
uint32_t virtio_config32(struct virtio_device *device, unsigned at);
uint64_t virtio_config64(struct virtio_device *device, unsigned at);

/* ---- for queue.c ---- */

/* The size of queue `number`, 0 if there is none, after selecting it. */
uint16_t virtio_queue_select(struct virtio_device *device, uint16_t number);

/* Where the parts of the selected queue are; returns its doorbell. */
struct virtio_region virtio_queue_set(struct virtio_device *device,
                                      uintptr_t descriptors,
                                      uintptr_t available, uintptr_t used);

#endif
