/*
 * What the C library asks for: see mirage/system.h, which comes with it.
 */
#include "pages.h"
#include "target.h"
#include <errno.h>
#include <mirage/platform.h>
#include <mirage/system.h>
#include <sys/uio.h>
#include <time.h>

enum { SECOND = 1000000000 };

/* ---- console ---- */

static bool is_console(int fd)
{
    return fd == 1 || fd == 2;
}

long mirage_system_write(int fd, const void *data, size_t size)
{
    if (!is_console(fd))
        return -EBADF;
    mirage_platform_console_write(data, size);
    return (long)size;
}

long mirage_system_writev(int fd, const struct iovec *parts, int count)
{
    long size = 0;

    if (!is_console(fd))
        return -EBADF;
    for (int i = 0; i < count; i++)
        if (parts[i].iov_len > 0)
            size +=
                mirage_system_write(fd, parts[i].iov_base, parts[i].iov_len);
    return size;
}

/* ---- memory ---- */

uintptr_t mirage_system_brk(uintptr_t end)
{
    return solo5_pages_brk(end);
}

long mirage_system_map(size_t size)
{
    uintptr_t start;

    if (size == 0)
        return -EINVAL;
    if (size > PTRDIFF_MAX)
        return -ENOMEM;
    start = solo5_pages_alloc_zeroed(solo5_whole_pages(size));
    return start ? (long)start : -ENOMEM;
}

long mirage_system_unmap(void *start, size_t size)
{
    solo5_pages_free((uintptr_t)start, solo5_whole_pages(size));
    return 0;
}

/* ---- time ---- */

static uint64_t read_clock(int clock)
{
    return clock == CLOCK_REALTIME ? (uint64_t)mirage_platform_wall_clock()
                                   : mirage_platform_clock();
}

long mirage_system_clock(int clock, struct timespec *time)
{
    uint64_t now = read_clock(clock);

    time->tv_sec = (time_t)(now / SECOND);
    time->tv_nsec = (long)(now % SECOND);
    return 0;
}

static bool is_time(const struct timespec *time)
{
    return time->tv_sec >= 0 && time->tv_nsec >= 0 && time->tv_nsec < SECOND;
}

/* The wall clock may be set meanwhile; a wait is by the other one. */
long mirage_system_sleep(int clock, int absolute, const struct timespec *time)
{
    uint64_t deadline;

    if (!is_time(time))
        return -EINVAL;
    deadline = (uint64_t)time->tv_sec * SECOND + (uint64_t)time->tv_nsec +
               mirage_platform_clock();
    if (absolute)
        deadline -= read_clock(clock);
    while ((int64_t)(deadline - mirage_platform_clock()) > 0)
        mirage_platform_yield(deadline, 0);
    return 0;
}

/* ---- the rest ---- */

long mirage_system_random(void *data, size_t size)
{
    mirage_platform_entropy(data, size);
    return (long)size;
}

noreturn void mirage_system_abort(void)
{
    mirage_platform_abort();
}
