/*
 * One request at a time: a header, the data where the caller has it, and a
 * byte for the result, each with a descriptor. The answer is waited for by
 * looking.
 */
#include "disk.h"
#include "../solo5/boot.h"
#include "../solo5/manifest.h"
#include "../solo5/pages.h"
#include "../solo5/print.h"
#include "queue.h"
#include "virtio.h"
#include <mirage/platform.h>

enum feature {
    FEATURE_READ_ONLY = 5,
    FEATURE_BLOCK_SIZE = 6,
    FEATURE_FLUSH = 9,
};
enum config { CONFIG_CAPACITY = 0, CONFIG_BLOCK_SIZE = 20 };

enum request { READ = 0, WRITE = 1, FLUSH = 4 };
enum result { OK, IO_ERROR, UNSUPPORTED };

enum {
    UNIT = 512,     /* bytes, in which the device counts */
    DISKS = 64,     /* handles */
    MOST = 1 << 20, /* bytes moved in one request */
};

struct header {
    uint32_t type, reserved;
    uint64_t sector; /* in units */
};

struct disk {
    struct virtio_device device;
    struct queue queue;
    struct header header;
    volatile uint8_t result;
    uint32_t sector_size;
    uint64_t capacity; /* bytes */
};

static struct disk *disks[DISKS]; /* by handle */

/* ---- opening ---- */

static bool set_up(struct disk *disk, const struct pci_device *pci)
{
    struct virtio_device *device = &disk->device;

    if (!virtio_open(device, pci) ||
        !virtio_negotiate(device, virtio_bit(FEATURE_READ_ONLY) |
                                      virtio_bit(FEATURE_BLOCK_SIZE) |
                                      virtio_bit(FEATURE_FLUSH)) ||
        !virtio_queue_create(&disk->queue, device, 0, true))
        return false;
    disk->sector_size = virtio_has(device, FEATURE_BLOCK_SIZE)
                            ? virtio_config32(device, CONFIG_BLOCK_SIZE)
                            : UNIT;
    disk->capacity = virtio_config64(device, CONFIG_CAPACITY) * UNIT;
    return disk->sector_size >= UNIT && disk->sector_size % UNIT == 0;
}

bool virtio_disk_open(const struct pci_device *pci, unsigned handle)
{
    struct mft_block *info = &solo5_machine.manifest->e[handle].u.block;
    struct disk *disk = (struct disk *)solo5_pages_alloc_zeroed(
        solo5_whole_pages(sizeof(*disk)));

    if (!disk || !set_up(disk, pci)) {
        solo5_print(SOLO5_ERROR, "PCI:%02x:%02x: the disk does not start",
                    pci->bus, pci->slot);
        return false;
    }
    disks[handle] = disk;
    virtio_start(&disk->device);
    info->capacity = disk->capacity;
    info->block_size = (uint16_t)disk->sector_size;
    solo5_print(SOLO5_INFO,
                "PCI:%02x:%02x: configured, capacity=%lu sectors, "
                "features=0x%lx",
                pci->bus, pci->slot, disk->capacity / UNIT,
                disk->device.features);
    return true;
}

enum mirage_error mirage_platform_disk_acquire(const char *name,
                                               unsigned *handle,
                                               struct mirage_disk_info *info)
{
    const struct disk *disk;

    if (!solo5_manifest_find(solo5_machine.manifest, name, MFT_DEV_BLOCK_BASIC,
                             handle))
        return MIRAGE_NOT_FOUND;
    disk = disks[*handle];
    info->sector_size = disk->sector_size;
    info->sector_count = disk->capacity / disk->sector_size;
    info->writable = !virtio_has(&disk->device, FEATURE_READ_ONLY);
    solo5_print(SOLO5_INFO, "Application acquired '%s' as block device", name);
    return MIRAGE_OK;
}

/* ---- requests ---- */

static void describe(struct disk *disk, uint16_t at, volatile void *data,
                     size_t size, uint16_t flags)
{
    disk->queue.descriptors[at] = (struct queue_descriptor){
        .address = (uintptr_t)data,
        .size = (uint32_t)size,
        .flags = flags,
        .next = at + 1,
    };
}

static enum mirage_error wait(struct disk *disk)
{
    struct queue_used used;

    virtio_queue_add(&disk->queue, 0);
    virtio_queue_notify(&disk->queue);
    while (!virtio_queue_take(&disk->queue, &used))
        __builtin_ia32_pause();
    switch (disk->result) {
    case OK:
        return MIRAGE_OK;
    case UNSUPPORTED:
        return MIRAGE_UNSUPPORTED;
    default:
        return MIRAGE_DISCONNECTED;
    }
}

static enum mirage_error request(struct disk *disk, enum request type,
                                 uint64_t offset, void *data, size_t size)
{
    uint16_t last = size > 0 ? 2 : 1;

    disk->header = (struct header){.type = type, .sector = offset / UNIT};
    disk->result = IO_ERROR;
    describe(disk, 0, &disk->header, sizeof(disk->header), QUEUE_NEXT);
    if (size > 0)
        describe(disk, 1, data, size,
                 QUEUE_NEXT | (type == READ ? QUEUE_DEVICE_WRITES : 0));
    describe(disk, last, &disk->result, 1, QUEUE_DEVICE_WRITES);
    return wait(disk);
}

static enum mirage_error move(struct disk *disk, enum request type,
                              uint64_t offset, uint8_t *data, size_t size)
{
    enum mirage_error error = MIRAGE_OK;

    while (size > 0 && !error) {
        size_t part = size < MOST ? size : MOST;

        error = request(disk, type, offset, data, part);
        offset += part;
        data += part;
        size -= part;
    }
    return error;
}

enum mirage_error mirage_platform_disk_read(unsigned handle, uint64_t sector,
                                            size_t count, uint8_t *data)
{
    struct disk *disk = disks[handle];

    return move(disk, READ, sector * disk->sector_size, data,
                count * disk->sector_size);
}

enum mirage_error mirage_platform_disk_write(unsigned handle, uint64_t sector,
                                             size_t count, const uint8_t *data)
{
    struct disk *disk = disks[handle];

    return move(disk, WRITE, sector * disk->sector_size, (uint8_t *)data,
                count * disk->sector_size);
}

/* Without the feature the host's disk has what was written already. */
enum mirage_error mirage_platform_disk_flush(unsigned handle)
{
    struct disk *disk = disks[handle];

    if (!virtio_has(&disk->device, FEATURE_FLUSH))
        return MIRAGE_OK;
    return request(disk, FLUSH, 0, NULL, 0);
}
