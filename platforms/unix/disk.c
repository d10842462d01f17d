/*
 * Sectors of files. A call may move less than it was asked to, so each is in a
 * loop. The caller has checked the range, but the file may have become shorter.
 */
#include "disk.h"
#include <errno.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <string.h>
#include <unistd.h>

MIRAGE_LOG_SOURCE(disk_log, "disk");

static struct mirage_unix_disk *find(unsigned handle)
{
    struct mirage_unix_disk *disk = mirage_unix_disk(handle);

    if (!disk)
        mirage_platform_abort();
    return disk;
}

static enum mirage_error fail(const struct mirage_unix_disk *disk,
                              const char *verb, off_t offset, const char *why)
{
    mirage_log_error_to(&disk_log, "cannot %s sector %llu of '%s': %s", verb,
                        (unsigned long long)offset / disk->sector_size,
                        disk->name, why);
    return MIRAGE_DISCONNECTED;
}

enum mirage_error mirage_platform_disk_read(unsigned handle, uint64_t sector,
                                            size_t count, uint8_t *data)
{
    const struct mirage_unix_disk *disk = find(handle);
    size_t left = count * disk->sector_size;
    off_t offset = sector * disk->sector_size;

    while (left > 0) {
        ssize_t got = pread(disk->fd, data, left, offset);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(disk, "read", offset, strerror(errno));
        if (got == 0)
            return fail(disk, "read", offset, "the file has become shorter");
        data += got;
        offset += got;
        left -= got;
    }
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_disk_write(unsigned handle, uint64_t sector,
                                             size_t count, const uint8_t *data)
{
    const struct mirage_unix_disk *disk = find(handle);
    size_t left = count * disk->sector_size;
    off_t offset = sector * disk->sector_size;

    while (left > 0) {
        ssize_t put = pwrite(disk->fd, data, left, offset);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0 && (errno == ENOSPC || errno == EDQUOT)) {
            fail(disk, "write", offset, strerror(errno));
            return MIRAGE_NO_SPACE;
        }
        if (put < 0)
            return fail(disk, "write", offset, strerror(errno));
        data += put;
        offset += put;
        left -= put;
    }
    return MIRAGE_OK;
}

/*
 * The kernel tells only once that it has lost something, and what it was is
 * not known: from then on no flush is OK.
 */
enum mirage_error mirage_platform_disk_flush(unsigned handle)
{
    struct mirage_unix_disk *disk = find(handle);

    while (!disk->lost && fdatasync(disk->fd) < 0)
        if (errno != EINTR) {
            mirage_log_error_to(&disk_log, "cannot flush '%s': %s", disk->name,
                                strerror(errno));
            disk->lost = true;
        }
    return disk->lost ? MIRAGE_DISCONNECTED : MIRAGE_OK;
}
