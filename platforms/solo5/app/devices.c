#include "../boot.h"
#include <mirage/platform.h>
#include <solo5.h>
#include <string.h>

static solo5_result_t result_of(enum mirage_error error)
{
    switch (error) {
    case MIRAGE_OK:
        return SOLO5_R_OK;
    case MIRAGE_AGAIN:
        return SOLO5_R_AGAIN;
    case MIRAGE_INVALID:
    case MIRAGE_NOT_FOUND:
        return SOLO5_R_EINVAL;
    default:
        return SOLO5_R_EUNSPEC;
    }
}

static const struct mft_entry *device(solo5_handle_t handle, enum mft_type type)
{
    const struct mft *manifest = solo5_machine.manifest;

    if (handle == 0 || handle >= manifest->entries ||
        manifest->e[handle].type != type)
        return NULL;
    return &manifest->e[handle];
}

solo5_time_t solo5_clock_monotonic(void)
{
    return mirage_platform_clock();
}

solo5_time_t solo5_clock_wall(void)
{
    return (solo5_time_t)mirage_platform_wall_clock();
}

void solo5_yield(solo5_time_t deadline, solo5_handle_set_t *ready_set)
{
    mirage_ready_set ready = mirage_platform_yield(deadline, UINT64_MAX);

    if (ready_set)
        *ready_set = ready;
}

void solo5_console_write(const char *buf, size_t size)
{
    mirage_platform_console_write(buf, size);
}

/* ---- network ---- */

solo5_result_t solo5_net_acquire(const char *name, solo5_handle_t *handle,
                                 struct solo5_net_info *info)
{
    struct mirage_net_info net;
    unsigned number;
    enum mirage_error error = mirage_platform_net_acquire(name, &number, &net);

    if (error)
        return result_of(error);
    *handle = number;
    memcpy(info->mac_address, net.mac, sizeof(net.mac));
    info->mtu = net.mtu;
    return SOLO5_R_OK;
}

solo5_result_t solo5_net_write(solo5_handle_t handle, const uint8_t *buf,
                               size_t size)
{
    const struct mirage_frame frame = {.data = (uint8_t *)buf, .size = size};
    size_t sent;

    if (!device(handle, MFT_DEV_NET_BASIC))
        return SOLO5_R_EINVAL;
    return result_of(
        mirage_platform_net_write((unsigned)handle, &frame, 1, &sent));
}

solo5_result_t solo5_net_read(solo5_handle_t handle, uint8_t *buf, size_t size,
                              size_t *read_size)
{
    struct mirage_frame frame = {.data = buf, .size = size};
    enum mirage_error error;
    size_t received;

    if (!device(handle, MFT_DEV_NET_BASIC))
        return SOLO5_R_EINVAL;
    error = mirage_platform_net_read((unsigned)handle, &frame, 1, &received);
    *read_size = error ? 0 : frame.size;
    return result_of(error);
}

/* ---- disk ---- */

solo5_result_t solo5_block_acquire(const char *name, solo5_handle_t *handle,
                                   struct solo5_block_info *info)
{
    struct mirage_disk_info disk;
    unsigned number;
    enum mirage_error error =
        mirage_platform_disk_acquire(name, &number, &disk);

    if (error)
        return result_of(error);
    *handle = number;
    info->block_size = disk.sector_size;
    info->capacity = disk.sector_count * disk.sector_size;
    return SOLO5_R_OK;
}

/* The sector at `offset` in *sector, if one block of `size` is there. */
static bool find_sector(solo5_handle_t handle, solo5_off_t offset, size_t size,
                        uint64_t *sector)
{
    const struct mft_entry *disk = device(handle, MFT_DEV_BLOCK_BASIC);

    if (!disk || size != disk->u.block.block_size || offset % size != 0 ||
        offset > disk->u.block.capacity - size)
        return false;
    *sector = offset / size;
    return true;
}

solo5_result_t solo5_block_write(solo5_handle_t handle, solo5_off_t offset,
                                 const uint8_t *buf, size_t size)
{
    uint64_t sector;

    if (!find_sector(handle, offset, size, &sector))
        return SOLO5_R_EINVAL;
    return result_of(
        mirage_platform_disk_write((unsigned)handle, sector, 1, buf));
}

solo5_result_t solo5_block_read(solo5_handle_t handle, solo5_off_t offset,
                                uint8_t *buf, size_t size)
{
    uint64_t sector;

    if (!find_sector(handle, offset, size, &sector))
        return SOLO5_R_EINVAL;
    return result_of(
        mirage_platform_disk_read((unsigned)handle, sector, 1, buf));
}
