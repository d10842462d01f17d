#include "pread_fully.h"
#include <errno.h>
#include <limits.h>
#include <unistd.h>

ssize_t pread_fully(int fd, void *data, size_t size, uint64_t offset)
{
    size_t done = 0;

    if (offset > (uint64_t)INT64_MAX - size)
        return 0; /* no file reaches that far */
    while (done < size) {
        ssize_t got =
            pread(fd, (char *)data + done, size - done, (off_t)(offset + done));

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    return (ssize_t)done;
}
