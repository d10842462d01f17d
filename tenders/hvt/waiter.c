#define _GNU_SOURCE
#include "waiter.h"
#include "stop.h"
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>

/* What an event is about when it is not a handle. */
enum { TIMER = MFT_MAX_ENTRIES, STOP, EVENT_KINDS };

#define SECOND 1000000000ull

static void add(struct waiter *waiter, int fd, uint64_t about)
{
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = about};

    if (epoll_ctl(waiter->epoll_fd, EPOLL_CTL_ADD, fd, &event) < 0)
        err(EXIT_FAILURE, "Could not wait for a descriptor");
}

void waiter_init(struct waiter *waiter, const struct manifest *manifest)
{

    waiter->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    if (waiter->epoll_fd < 0)
        err(EXIT_FAILURE, "Could not create an epoll descriptor");
    waiter->timer_fd =
        timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (waiter->timer_fd < 0)
        err(EXIT_FAILURE, "Could not create a timer");
    add(waiter, waiter->timer_fd, TIMER);
    add(waiter, stop_fd(), STOP);
    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type == MFT_DEV_NET_BASIC && manifest->e[i].attached)
            add(waiter, manifest->e[i].b.hostfd, i);
}

/* Setting the timer also takes back that it has expired before. */
static void set_timer(struct waiter *waiter, uint64_t ns)
{
    struct itimerspec time = {
        .it_value = {.tv_sec = ns / SECOND, .tv_nsec = (ns % SECOND) | 1}};

    timerfd_settime(waiter->timer_fd, 0, &time, NULL);
}

int waiter_wait(struct waiter *waiter, uint64_t ns, uint64_t *ready)
{
    struct epoll_event events[EVENT_KINDS];
    int count, networks = 0;

    if (ns)
        set_timer(waiter, ns);
    do
        count = epoll_wait(waiter->epoll_fd, events, EVENT_KINDS, ns ? -1 : 0);
    while (count < 0 && errno == EINTR && !stop_is_pending());

    *ready = 0;
    for (int i = 0; i < count; i++)
        if (events[i].data.u64 < MFT_MAX_ENTRIES) {
            *ready |= 1ull << events[i].data.u64;
            networks++;
        }
    return networks;
}

void waiter_forget(struct waiter *waiter, int fd)
{
    epoll_ctl(waiter->epoll_fd, EPOLL_CTL_DEL, fd, NULL);
}
