/*
 * Outputs may be slow, non-blocking, full or closed at the other end. They are
 * waited for, as with any process, until the unikernel is asked to stop: from
 * then on only for a second, as a reader that is stuck must not keep it alive.
 */
#include "output.h"
#include "wait.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

MIRAGE_LOG_SOURCE(console_log, "console");

enum { PATIENCE = 1000 }; /* milliseconds */

static bool can_write_soon(int fd, int timeout)
{
    struct pollfd poll_fd = {.fd = fd, .events = POLLOUT};

    return poll(&poll_fd, 1, timeout) != 0;
}

/* As write(2). A pipe that can be written to has room for PIPE_BUF. */
static ssize_t put_some(int fd, const char *data, size_t size)
{
    if (!mirage_unix_waits_ended())
        return write(fd, data, size);
    if (!can_write_soon(fd, PATIENCE)) {
        errno = ETIMEDOUT;
        return -1;
    }
    return write(fd, data, size < PIPE_BUF ? size : PIPE_BUF);
}

/* Returns 0 once all is written, else an errno. */
static int put(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t done = put_some(fd, data, size);

        if (done >= 0) {
            data += done;
            size -= done;
        } else if (errno == EAGAIN) {
            if (!mirage_unix_waits_ended())
                can_write_soon(fd, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/* A reader that went away is no news; a disk that is full is, once. */
static void complain(int error)
{
    static bool has;

    if (has || error == EPIPE)
        return;
    has = true;
    mirage_log_error_to(&console_log, "cannot write to standard output: %s",
                        strerror(error));
}

/* What the unikernel printed by stdio comes first. */
void mirage_platform_console_write(const char *data, size_t size)
{
    static bool gone;
    int error;

    if (gone)
        return;
    fflush(stdout);
    error = put(STDOUT_FILENO, data, size);
    gone = error == EPIPE || error == ETIMEDOUT;
    if (error)
        complain(error);
}

void mirage_platform_log_write(const char *data, size_t size)
{
    static bool gone;
    int error;

    if (gone)
        return;
    error = put(STDERR_FILENO, data, size);
    gone = error == EPIPE || error == ETIMEDOUT;
}

/* ---- at the start ---- */

static void need_open(const struct pollfd *poll_fd)
{
    int fd;

    if (!(poll_fd->revents & POLLNVAL))
        return;
    fd = open("/dev/null", O_RDWR);
    if (fd >= 0 && fd != poll_fd->fd) {
        dup2(fd, poll_fd->fd);
        close(fd);
    }
}

/* One call tells about all three. Lines of stdio come out as they end. */
void mirage_unix_open_outputs(void)
{
    struct pollfd poll_fds[3] = {{.fd = 0}, {.fd = 1}, {.fd = 2}};

    if (poll(poll_fds, 3, 0) > 0)
        for (int i = 0; i < 3; i++)
            need_open(&poll_fds[i]);
    setvbuf(stdout, NULL, _IOLBF, 0);
}
