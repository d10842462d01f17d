#include "../solo5/boot.h"
#include "../solo5/manifest.h"
#include "calls.h"
#include "host.h"
#include <errno.h>
#include <mirage/platform.h>

enum mirage_error mirage_platform_disk_acquire(const char *name,
                                               unsigned *handle,
                                               struct mirage_disk_info *info)
{
    const struct mft_entry *entry = solo5_manifest_find(
        solo5_machine.manifest, name, MFT_DEV_BLOCK_BASIC, handle);

    if (!entry)
        return MIRAGE_NOT_FOUND;
    info->sector_size = entry->u.block.block_size;
    info->sector_count = entry->u.block.capacity / entry->u.block.block_size;
    info->writable = true;
    return MIRAGE_OK;
}

static enum mirage_error error_of(long done)
{
    return done == -ENOSPC ? MIRAGE_NO_SPACE : MIRAGE_DISCONNECTED;
}

/* Other tenders' filters let a single sector through at a time. */
static enum mirage_error move(enum spt_call call, unsigned handle,
                              uint64_t sector, size_t count, uintptr_t data)
{
    const struct mft_entry *disk = spt_device(handle);
    uint64_t offset = sector * disk->u.block.block_size;
    size_t left = count * disk->u.block.block_size;

    while (left > 0) {
        size_t part = spt_has(SPT_BLOCK_MANY) ? left : disk->u.block.block_size;
        long done = spt_call4(call, disk->b.hostfd, (long)data, (long)part,
                              (long)offset);

        if (done <= 0)
            return error_of(done);
        data += (uintptr_t)done;
        offset += (uint64_t)done;
        left -= (size_t)done;
    }
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_disk_read(unsigned handle, uint64_t sector,
                                            size_t count, uint8_t *data)
{
    return move(SPT_PREAD, handle, sector, count, (uintptr_t)data);
}

enum mirage_error mirage_platform_disk_write(unsigned handle, uint64_t sector,
                                             size_t count, const uint8_t *data)
{
    return move(SPT_PWRITE, handle, sector, count, (uintptr_t)data);
}

enum mirage_error mirage_platform_disk_flush(unsigned handle)
{
    if (!spt_has(SPT_BLOCK_FLUSH))
        return MIRAGE_UNSUPPORTED;
    return spt_call3(SPT_FDATASYNC, spt_device(handle)->b.hostfd, 0, 0) == 0
               ? MIRAGE_OK
               : MIRAGE_DISCONNECTED;
}
