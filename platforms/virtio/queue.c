#include "queue.h"
#include "../solo5/pages.h"
#include "region.h"

enum {
    NO_INTERRUPT = 1, /* of available's flags */
    NO_NOTIFY = 1,    /* of used's flags */
    FLAGS = 0,        /* places in both, in 16-bit words */
    INDEX = 1,
    RING = 2,
};

static void compiler_barrier(void)
{
    __asm__ volatile("" : : : "memory");
}

static void full_barrier(void)
{
    __asm__ volatile("mfence" : : : "memory");
}

/* The used part begins on a page of its own. */
bool virtio_queue_create(struct queue *queue, struct virtio_device *device,
                         uint16_t number, bool silent)
{
    uint16_t size = virtio_queue_select(device, number);
    size_t first = solo5_whole_pages(size * sizeof(*queue->descriptors) +
                                     (3u + size) * sizeof(uint16_t));
    size_t second = solo5_whole_pages(3 * sizeof(uint16_t) +
                                      size * sizeof(struct queue_used));
    uintptr_t memory = size ? solo5_pages_alloc_zeroed(first + second) : 0;

    if (!memory)
        return false;
    *queue = (struct queue){
        .size = size,
        .number = number,
        .descriptors = (struct queue_descriptor *)memory,
        .available = (uint16_t *)(memory + size * sizeof(*queue->descriptors)),
        .used = (uint16_t *)(memory + first),
    };
    queue->available[FLAGS] = silent ? NO_INTERRUPT : 0;
    queue->doorbell = virtio_queue_set(
        device, memory, (uintptr_t)queue->available, (uintptr_t)queue->used);
    return true;
}

void virtio_queue_add(struct queue *queue, uint16_t descriptor)
{
    queue->available[RING + queue->added % queue->size] = descriptor;
    compiler_barrier();
    queue->added++;
    queue->available[INDEX] = queue->added;
}

void virtio_queue_notify(struct queue *queue)
{
    full_barrier();
    if (!(queue->used[FLAGS] & NO_NOTIFY))
        region_write16(queue->doorbell, 0, queue->number);
}

bool virtio_queue_has_used(const struct queue *queue)
{
    return queue->used[INDEX] != queue->taken;
}

bool virtio_queue_take(struct queue *queue, struct queue_used *used)
{
    const struct queue_used *ring =
        (const struct queue_used *)(queue->used + RING);

    if (!virtio_queue_has_used(queue))
        return false;
    compiler_barrier();
    *used = ring[queue->taken % queue->size];
    queue->taken++;
    return true;
}
