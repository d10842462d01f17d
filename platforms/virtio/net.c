/*
 * Each queue has a buffer of its own for every descriptor, with room for the
 * header that virtio puts before a frame: frames are copied once.
 */
#include "net.h"
#include "../solo5/boot.h"
#include "../solo5/manifest.h"
#include "../solo5/pages.h"
#include "../solo5/print.h"
#include "interrupts.h"
#include "queue.h"
#include "virtio.h"
#include <string.h>

enum feature { FEATURE_MTU = 3, FEATURE_MAC = 5 };
enum config { CONFIG_MAC = 0, CONFIG_MTU = 10 };
enum { RECEIVE, SEND }; /* numbers of queues */

enum {
    ETHERNET_HEADER = 14,
    DEFAULT_MTU = 1500,
    LEGACY_HEADER = 10,
    MODERN_HEADER = 12,
    NETS = 64, /* handles */
};

struct buffers {
    struct queue queue;
    uint8_t *memory; /* of all, one after the other */
};

struct net {
    struct virtio_device device;
    struct buffers receive, send;
    size_t header;      /* bytes before each frame */
    size_t buffer_size; /* of one, header included */
};

static struct net *nets[NETS]; /* by handle */

/* ---- buffers ---- */

static uint8_t *buffer(const struct net *net, const struct buffers *buffers,
                       uint32_t number)
{
    return buffers->memory + number * net->buffer_size;
}

static bool create(struct net *net, struct buffers *buffers, uint16_t number)
{
    struct queue *queue = &buffers->queue;

    if (!virtio_queue_create(queue, &net->device, number, number == SEND))
        return false;
    buffers->memory = (uint8_t *)solo5_pages_alloc_zeroed(
        solo5_whole_pages(queue->size * net->buffer_size));
    if (!buffers->memory)
        return false;
    for (uint16_t i = 0; i < queue->size; i++)
        queue->descriptors[i] = (struct queue_descriptor){
            .address = (uintptr_t)buffer(net, buffers, i),
            .size = (uint32_t)net->buffer_size,
            .flags = number == RECEIVE ? QUEUE_DEVICE_WRITES : 0,
        };
    return true;
}

static void give_all(struct queue *queue)
{
    for (uint16_t i = 0; i < queue->size; i++)
        virtio_queue_add(queue, i);
    virtio_queue_notify(queue);
}

/* ---- opening ---- */

/* Of all, because several may share a line. */
static void acknowledge(void)
{
    for (unsigned i = 0; i < NETS; i++)
        if (nets[i])
            virtio_acknowledge(&nets[i]->device);
}

static void read_config(struct net *net, struct mft_net *info)
{
    for (unsigned i = 0; i < sizeof(info->mac); i++)
        info->mac[i] = virtio_config8(&net->device, CONFIG_MAC + i);
    info->mtu = virtio_has(&net->device, FEATURE_MTU)
                    ? virtio_config16(&net->device, CONFIG_MTU)
                    : DEFAULT_MTU;
}

static void describe(const struct pci_device *pci, const struct net *net,
                     const struct mft_net *info)
{
    const uint8_t *mac = info->mac;

    solo5_print(SOLO5_INFO,
                "PCI:%02x:%02x: configured, "
                "mac=%02x:%02x:%02x:%02x:%02x:%02x, mtu=%u, features=0x%lx",
                pci->bus, pci->slot, mac[0], mac[1], mac[2], mac[3], mac[4],
                mac[5], info->mtu, net->device.features);
}

static bool set_up(struct net *net, const struct pci_device *pci,
                   struct mft_net *info)
{
    if (!virtio_open(&net->device, pci) ||
        !virtio_negotiate(&net->device,
                          virtio_bit(FEATURE_MAC) | virtio_bit(FEATURE_MTU)))
        return false;
    read_config(net, info);
    net->header = net->device.is_modern ? MODERN_HEADER : LEGACY_HEADER;
    net->buffer_size =
        (net->header + ETHERNET_HEADER + info->mtu + 15) & -(size_t)16;
    return create(net, &net->receive, RECEIVE) && create(net, &net->send, SEND);
}

bool virtio_net_open(const struct pci_device *pci, unsigned handle)
{
    struct mft_net *info = &solo5_machine.manifest->e[handle].u.net;
    struct net *net =
        (struct net *)solo5_pages_alloc_zeroed(solo5_whole_pages(sizeof(*net)));

    if (!net || !set_up(net, pci, info)) {
        solo5_print(SOLO5_ERROR, "PCI:%02x:%02x: the network does not start",
                    pci->bus, pci->slot);
        return false;
    }
    nets[handle] = net;
    virtio_interrupts_enable(pci->irq, acknowledge);
    virtio_start(&net->device);
    give_all(&net->receive.queue);
    describe(pci, net, info);
    return true;
}

mirage_ready_set virtio_net_ready(void)
{
    mirage_ready_set ready = 0;

    for (unsigned i = 0; i < NETS; i++)
        if (nets[i] && virtio_queue_has_used(&nets[i]->receive.queue))
            ready |= (mirage_ready_set)1 << i;
    return ready;
}

/* ---- the floor ---- */

enum mirage_error mirage_platform_net_acquire(const char *name,
                                              unsigned *handle,
                                              struct mirage_net_info *info)
{
    const struct mft_entry *entry = solo5_manifest_find(
        solo5_machine.manifest, name, MFT_DEV_NET_BASIC, handle);

    if (!entry)
        return MIRAGE_NOT_FOUND;
    memcpy(info->mac, entry->u.net.mac, sizeof(info->mac));
    info->mtu = entry->u.net.mtu;
    info->offload = 0;
    solo5_print(SOLO5_INFO, "Application acquired '%s' as network device",
                name);
    return MIRAGE_OK;
}

/* A buffer that the device is done with, or one never used: -1 if none. */
static int free_buffer(struct queue *queue)
{
    struct queue_used used;

    if (queue->added < queue->size)
        return queue->added;
    return virtio_queue_take(queue, &used) && used.id < queue->size
               ? (int)used.id
               : -1;
}

static enum mirage_error send(struct net *net, const struct mirage_frame *frame)
{
    struct queue *queue = &net->send.queue;
    uint8_t *to;
    int number;

    if (frame->size > net->buffer_size - net->header)
        return MIRAGE_INVALID;
    number = free_buffer(queue);
    if (number < 0)
        return MIRAGE_AGAIN;
    to = buffer(net, &net->send, (uint32_t)number);
    memset(to, 0, net->header);
    memcpy(to + net->header, frame->data, frame->size);
    queue->descriptors[number].size = (uint32_t)(net->header + frame->size);
    virtio_queue_add(queue, (uint16_t)number);
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_net_write(unsigned handle,
                                            const struct mirage_frame *frames,
                                            size_t count, size_t *sent)
{
    struct net *net = nets[handle];
    enum mirage_error error = MIRAGE_OK;

    for (*sent = 0; *sent < count && !error;)
        if (!(error = send(net, &frames[*sent])))
            ++*sent;
    if (*sent > 0)
        virtio_queue_notify(&net->send.queue);
    return error;
}

/* What the device says about sizes is not trusted. */
static void receive(struct net *net, const struct queue_used *used,
                    struct mirage_frame *frame)
{
    const uint8_t *from = buffer(net, &net->receive, used->id);
    size_t size = used->size < net->buffer_size ? used->size : net->buffer_size;

    size = size > net->header ? size - net->header : 0;
    if (size > frame->size)
        size = frame->size;
    memcpy(frame->data, from + net->header, size);
    *frame = (struct mirage_frame){.data = frame->data, .size = size};
}

enum mirage_error mirage_platform_net_read(unsigned handle,
                                           struct mirage_frame *frames,
                                           size_t count, size_t *received)
{
    struct net *net = nets[handle];
    struct queue *queue = &net->receive.queue;
    struct queue_used used;

    for (*received = 0; *received < count && virtio_queue_take(queue, &used);) {
        if (used.id >= queue->size)
            return MIRAGE_DISCONNECTED;
        receive(net, &used, &frames[(*received)++]);
        virtio_queue_add(queue, (uint16_t)used.id);
    }
    if (*received == 0)
        return MIRAGE_AGAIN;
    virtio_queue_notify(queue);
    return MIRAGE_OK;
}
