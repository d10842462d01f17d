/*
 * One epoll descriptor for everything: a timerfd, as only that keeps deadlines
 * to the nanosecond, an eventfd that signal handlers write to, and the devices.
 * They are opened at the first wait, as many a unikernel never waits.
 *
 * Epoll watches the devices of `watched`, at least those that are wanted. One
 * that can be read though nobody wants it leaves the set when it ends a wait,
 * and comes back when it is wanted again; so a wait costs no epoll_ctl as long
 * as readers keep up.
 */
#include "wait.h"
#include <mirage/platform.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { DEVICES = 64, TIMER = DEVICES, END, SOURCES };

static int epoll_fd = -1, timer_fd;
static volatile sig_atomic_t end_fd = -1, ended;

static mirage_ready_set watched;
static int device_fds[DEVICES];

static uint64_t timer_deadline = UINT64_MAX; /* the one set: never */

/* ---- what epoll watches ---- */

static void control(int operation, int fd, unsigned source, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.u32 = source};

    if (epoll_ctl(epoll_fd, operation, fd, &event) < 0)
        mirage_platform_abort();
}

static void open_descriptors(void)
{
    int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

    epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    timer_fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    if (epoll_fd < 0 || timer_fd < 0 || fd < 0)
        mirage_platform_abort();
    control(EPOLL_CTL_ADD, timer_fd, TIMER, EPOLLIN);
    control(EPOLL_CTL_ADD, fd, END, EPOLLIN);
    end_fd = fd;
    if (ended)
        mirage_unix_end_waits();
}

static void need_descriptors(void)
{
    if (epoll_fd < 0)
        open_descriptors();
}

static void set_watched(unsigned device, bool on)
{
    mirage_ready_set bit = (mirage_ready_set)1 << device;

    control(EPOLL_CTL_MOD, device_fds[device], device, on ? EPOLLIN : 0);
    watched = on ? watched | bit : watched & ~bit;
}

static void watch_wanted(mirage_ready_set wanted)
{
    mirage_ready_set missing = wanted & ~watched;

    for (; missing; missing &= missing - 1) {
        unsigned device = __builtin_ctzll(missing);

        if (device_fds[device])
            set_watched(device, true);
    }
}

void mirage_unix_watch(unsigned handle, int fd)
{
    need_descriptors();
    control(EPOLL_CTL_ADD, fd, handle, 0);
    device_fds[handle] = fd;
}

void mirage_unix_unwatch(unsigned handle, int fd)
{
    control(EPOLL_CTL_DEL, fd, handle, 0);
    device_fds[handle] = 0;
    watched &= ~((mirage_ready_set)1 << handle);
}

/* ---- the end, asked for by a signal ---- */

void mirage_unix_end_waits(void)
{
    const uint64_t one = 1;

    ended = true;
    if (end_fd >= 0 && write(end_fd, &one, sizeof(one)) < 0)
        return; /* it is full, so it has been written to */
}

bool mirage_unix_waits_ended(void)
{
    return ended;
}

/* ---- waiting ---- */

/* A timer that is set anew cannot be read until it expires again. */
static void set_timer(uint64_t deadline)
{
    uint64_t when = deadline == UINT64_MAX ? 0 : deadline; /* 0 stops it */
    const struct itimerspec timer = {
        .it_value.tv_sec = when / 1000000000,
        .it_value.tv_nsec = when % 1000000000,
    };

    if (deadline == timer_deadline)
        return;
    if (timerfd_settime(timer_fd, TFD_TIMER_ABSTIME, &timer, NULL) < 0)
        mirage_platform_abort();
    timer_deadline = deadline;
}

/* Looks at one event: a device, or a reason to wait no longer. */
static mirage_ready_set take(unsigned source, mirage_ready_set wanted,
                             bool *over)
{
    if (source >= DEVICES) {
        *over = true;
        return 0;
    }
    if (!(wanted >> source & 1))
        set_watched(source, false);
    return wanted & (mirage_ready_set)1 << source;
}

static mirage_ready_set look(int timeout, mirage_ready_set wanted, bool *over)
{
    struct epoll_event events[SOURCES];
    int count = epoll_wait(epoll_fd, events, SOURCES, timeout);
    mirage_ready_set ready = 0;

    for (int i = 0; i < count; i++)
        ready |= take(events[i].data.u32, wanted, over);
    return ready;
}

mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted)
{
    bool over = ended || deadline <= mirage_platform_clock();
    mirage_ready_set ready;

    if (over && !wanted)
        return 0;
    need_descriptors();
    watch_wanted(wanted);
    if (!over)
        set_timer(deadline);
    do
        ready = look(over ? 0 : -1, wanted, &over);
    while (!ready && !over);
    return ready;
}
