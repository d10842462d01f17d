#include "console.h"
#include "stop.h"
#include <errno.h>
#include <poll.h>
#include <unistd.h>

/* So much a pipe takes without waiting when poll() says that it can. */
enum { CHUNK = 4096 };

void console_write(const char *data, size_t size)
{
    while (size && stop_wait(STDOUT_FILENO, POLLOUT)) {
        size_t chunk = size < CHUNK ? size : CHUNK;
        ssize_t written = write(STDOUT_FILENO, data, chunk);

        if (written < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (written <= 0)
            return;
        data += written;
        size -= (size_t)written;
    }
}
