/*
 * Files and block devices of the host as disks. One in use is locked, so that
 * two unikernels cannot write to it by mistake.
 */
#define _GNU_SOURCE /* F_OFD_SETLK */
#include "disk.h"
#include "handles.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

MIRAGE_LOG_SOURCE(disk_log, "disk");

static struct mirage_unix_disk disks[MIRAGE_UNIX_HANDLES];

struct mirage_unix_disk *mirage_unix_disk(unsigned handle)
{
    return handle < MIRAGE_UNIX_HANDLES && disks[handle].name ? &disks[handle]
                                                              : NULL;
}

static enum mirage_error refuse(const char *name, const char *why)
{
    mirage_log_error_to(&disk_log, "cannot use '%s' as a disk: %s", name, why);
    return MIRAGE_FAILED;
}

/* ---- opening ---- */

/* Not blocking, as the name may be a pipe's. */
static int open_to(const char *name, int access)
{
    return open(name, access | O_CLOEXEC | O_NONBLOCK);
}

static enum mirage_error open_file(const char *name, int *fd, bool *writable)
{
    bool is_missing;

    *fd = open_to(name, O_RDWR);
    *writable = *fd >= 0;
    if (*fd < 0 && (errno == EACCES || errno == EPERM || errno == EROFS))
        *fd = open_to(name, O_RDONLY);
    if (*fd >= 0)
        return MIRAGE_OK;
    is_missing = errno == ENOENT || errno == ENOTDIR;
    refuse(name, strerror(errno));
    return is_missing ? MIRAGE_NOT_FOUND : MIRAGE_FAILED;
}

static bool is_taken(const struct stat *stat)
{
    for (unsigned i = 0; i < MIRAGE_UNIX_HANDLES; i++)
        if (disks[i].name && disks[i].device == stat->st_dev &&
            disks[i].inode == stat->st_ino)
            return true;
    return false;
}

/* Where the file system has no locks, there is none. */
static bool is_locked_by_another(int fd, bool writable)
{
    struct flock lock = {.l_type = writable ? F_WRLCK : F_RDLCK,
                         .l_whence = SEEK_SET};

    return fcntl(fd, F_OFD_SETLK, &lock) < 0 &&
           (errno == EAGAIN || errno == EACCES);
}

static enum mirage_error identify(struct mirage_unix_disk *disk,
                                  const char *name, bool writable)
{
    struct stat stat;

    if (fstat(disk->fd, &stat) < 0)
        return refuse(name, strerror(errno));
    if (!S_ISREG(stat.st_mode) && !S_ISBLK(stat.st_mode))
        return refuse(name, "it is neither a file nor a block device");
    if (is_taken(&stat))
        return refuse(name, "it is one already");
    if (is_locked_by_another(disk->fd, writable))
        return refuse(name, "another process is using it");
    disk->device = stat.st_dev;
    disk->inode = stat.st_ino;
    return MIRAGE_OK;
}

/* ---- its size ---- */

static uint32_t sector_size_of(int fd)
{
    int size;

    return ioctl(fd, BLKSSZGET, &size) == 0 ? size : 512;
}

static enum mirage_error measure(struct mirage_unix_disk *disk,
                                 const char *name, uint64_t *sector_count)
{
    off_t size = lseek(disk->fd, 0, SEEK_END);

    disk->sector_size = sector_size_of(disk->fd);
    if (size < 0)
        return refuse(name, strerror(errno));
    if (size == 0)
        return refuse(name, "it is empty");
    if (size % disk->sector_size == 0) {
        *sector_count = size / disk->sector_size;
        return MIRAGE_OK;
    }
    mirage_log_error_to(&disk_log,
                        "cannot use '%s' as a disk: its size, %lld bytes, is "
                        "not a multiple of %u",
                        name, (long long)size, disk->sector_size);
    return MIRAGE_FAILED;
}

/* ---- keeping it ---- */

static enum mirage_error keep(struct mirage_unix_disk *disk, const char *name,
                              unsigned *handle)
{
    disk->name = strdup(name);
    if (!disk->name)
        return refuse(name, "memory ran out");
    if (!mirage_unix_handle_take(handle)) {
        free(disk->name);
        return refuse(name, "there are too many devices, 64 already");
    }
    disks[*handle] = *disk;
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_disk_acquire(const char *name,
                                               unsigned *handle,
                                               struct mirage_disk_info *info)
{
    struct mirage_unix_disk disk = {0};
    enum mirage_error error = open_file(name, &disk.fd, &info->writable);

    if (error)
        return error;
    error = identify(&disk, name, info->writable);
    if (!error)
        error = measure(&disk, name, &info->sector_count);
    if (!error)
        error = keep(&disk, name, handle);
    if (error)
        close(disk.fd);
    info->sector_size = disk.sector_size;
    return error;
}
