#include "disk.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

bool disk_open(struct disk *disk, const char *path, struct failure *failure)
{
    off_t end;

    disk->fd = open(path, O_RDWR | O_CLOEXEC);
    if (disk->fd < 0)
        return fail(failure, "Could not open block device: %s: %s", path,
                    strerror(errno));
    end = lseek(disk->fd, 0, SEEK_END);
    if (end < 0) {
        close(disk->fd);
        return fail(failure, "%s: Could not determine capacity", path);
    }
    disk->size = (uint64_t)end;
    return true;
}
