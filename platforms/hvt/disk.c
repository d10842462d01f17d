#include "../solo5/boot.h"
#include "../solo5/manifest.h"
#include "host.h"
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

static enum mirage_error move(enum hvt_hypercall call, unsigned handle,
                              uint64_t sector, size_t count, uintptr_t data)
{
    uint64_t sector_size = hvt_device(handle)->u.block.block_size;
    struct hvt_block_io args = {
        .handle = handle,
        .offset = sector * sector_size,
        .data = data,
        .len = count * sector_size,
    };

    hvt_call(call, &args);
    return args.ret == HVT_OK ? MIRAGE_OK : MIRAGE_DISCONNECTED;
}

enum mirage_error mirage_platform_disk_read(unsigned handle, uint64_t sector,
                                            size_t count, uint8_t *data)
{
    return move(HVT_BLOCK_READ, handle, sector, count, (uintptr_t)data);
}

enum mirage_error mirage_platform_disk_write(unsigned handle, uint64_t sector,
                                             size_t count, const uint8_t *data)
{
    return move(HVT_BLOCK_WRITE, handle, sector, count, (uintptr_t)data);
}

enum mirage_error mirage_platform_disk_flush(unsigned handle)
{
    struct mirage_hvt_block_flush args = {.handle = handle};

    if (!hvt_has(MIRAGE_HVT_BLOCK_FLUSH))
        return MIRAGE_UNSUPPORTED;
    hvt_call(MIRAGE_HVT_BLOCK_FLUSH, &args);
    return args.ret == HVT_OK ? MIRAGE_OK : MIRAGE_DISCONNECTED;
}
