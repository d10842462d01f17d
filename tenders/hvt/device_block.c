/* Disks: files of the host, read and written where the guest says. */
#include "device.h"
#include <errno.h>
#include <unistd.h>

static const struct mft_entry *find(struct hvt *hvt, uint64_t handle)
{
    return manifest_attached(&hvt->tender.kernel.manifest, handle,
                             MFT_DEV_BLOCK_BASIC);
}

static bool in_range(const struct mft_entry *entry, uint64_t offset,
                     uint64_t size)
{
    uint64_t capacity = entry->u.block.capacity;

    return offset < capacity && size <= capacity - offset;
}

/* Whether the transfer goes on; a file that ends is one that was cut. */
static bool advanced(ssize_t moved)
{
    if (moved == 0)
        errno = EIO;
    return moved > 0 || (moved < 0 && errno == EINTR);
}

enum hvt_result device_block_read(struct hvt *hvt, uint64_t handle,
                                  uint64_t offset, void *data, uint64_t size)
{
    const struct mft_entry *entry = find(hvt, handle);
    uint8_t *place = data;

    if (!entry || !in_range(entry, offset, size))
        return HVT_INVALID;
    while (size) {
        ssize_t got = pread(entry->b.hostfd, place, size, (off_t)offset);

        if (!advanced(got))
            return device_failed(hvt, entry, "read from");
        if (got < 0)
            continue;
        place += got;
        offset += (uint64_t)got;
        size -= (uint64_t)got;
    }
    return device_worked(hvt, entry);
}

enum hvt_result device_block_write(struct hvt *hvt, uint64_t handle,
                                   uint64_t offset, const void *data,
                                   uint64_t size)
{
    const struct mft_entry *entry = find(hvt, handle);
    const uint8_t *place = data;

    if (!entry || !in_range(entry, offset, size))
        return HVT_INVALID;
    while (size) {
        ssize_t put = pwrite(entry->b.hostfd, place, size, (off_t)offset);

        if (!advanced(put))
            return device_failed(hvt, entry, "write to");
        if (put < 0)
            continue;
        place += put;
        offset += (uint64_t)put;
        size -= (uint64_t)put;
    }
    return device_worked(hvt, entry);
}

enum hvt_result device_block_flush(struct hvt *hvt, uint64_t handle)
{
    const struct mft_entry *entry = find(hvt, handle);

    if (!entry)
        return HVT_INVALID;
    /* EINVAL: it is no file that can be flushed. */
    if (fdatasync(entry->b.hostfd) < 0 && errno != EINVAL)
        return device_failed(hvt, entry, "flush");
    return device_worked(hvt, entry);
}
