#include "events.h"
#include <err.h>
#include <solo5/spt_abi.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>

static void watch(int epollfd, int fd, uint64_t data)
{
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = data};

    if (epoll_ctl(epollfd, EPOLL_CTL_ADD, fd, &event) < 0)
        err(EXIT_FAILURE, "Could not watch descriptor %d", fd);
}

struct events events_create(const struct manifest *manifest)
{
    struct events events = {
        .epollfd = epoll_create1(EPOLL_CLOEXEC),
        .timerfd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC),
    };

    if (events.epollfd < 0 || events.timerfd < 0)
        err(EXIT_FAILURE, "Could not make the guest's timer");
    watch(events.epollfd, events.timerfd, SPT_TIMER_EVENT);
    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type == MFT_DEV_NET_BASIC)
            watch(events.epollfd, manifest->e[i].b.hostfd, i);
    return events;
}
