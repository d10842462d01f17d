/*
 * queue.h: a split virtqueue, VIRTIO 1.2, section 2.7, laid out as legacy
 * devices want it.
 */
#ifndef VIRTIO_QUEUE_H
#define VIRTIO_QUEUE_H

#include "virtio.h"

struct queue_descriptor {
    uint64_t address;
    uint32_t size;
    uint16_t flags, next;
};

enum queue_flag { QUEUE_NEXT = 1, QUEUE_DEVICE_WRITES = 2 };

struct queue_used {
    uint32_t id; /* the first descriptor of what is done */
    uint32_t size;
};

struct queue {
    uint16_t size, number;
    struct queue_descriptor *descriptors;
    volatile uint16_t *available; /* flags, index, ring[size] */
    volatile uint16_t *used;      /* flags, index; then the ring */
    struct virtio_region doorbell;
    uint16_t added; /* to available, in all */
    uint16_t taken; /* from used, in all */
};

/*
 * Makes queue `number` of the device; false if it has none or there is no
 * memory. The device interrupts when it has used something, unless `silent`.
 */
bool virtio_queue_create(struct queue *queue, struct virtio_device *device,
                         uint16_t number, bool silent);

/* Gives the chain that begins at `descriptor` to the device. */
void virtio_queue_add(struct queue *queue, uint16_t descriptor);

/* Tells the device that there is something new, if it wants to be told. */
void virtio_queue_notify(struct queue *queue);

/* Whether the device has used something. */
bool virtio_queue_has_used(const struct queue *queue);

/* What it has used, oldest first: false if there is nothing. */
bool virtio_queue_take(struct queue *queue, struct queue_used *used);

#endif
