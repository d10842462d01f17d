/*
 * Waiting: epoll over the networks and one timer. A network that can be read
 * though nobody wants it is not watched any more until it is wanted again, and
 * one that has hung up, which epoll tells again and again, not at all: where
 * the tender lets us choose. Under others they end waits.
 */
#include "calls.h"
#include "host.h"
#include <errno.h>
#include <mirage/platform.h>

enum { SECOND = 1000000000, ABSOLUTE = 1, FOREVER = -1, EVENTS = 64 };

/* EPOLLIN, EPOLLERR | EPOLLHUP; EPOLL_CTL_DEL and EPOLL_CTL_MOD */
enum { READABLE = 1, HUNG_UP = 8 | 16, DELETE = 2, MODIFY = 3 };

struct timer_setting {
    int64_t interval_seconds, interval_ns;
    int64_t seconds, ns;
};

struct event {
    uint32_t events;
    uint64_t data;
} __attribute__((packed));

static mirage_ready_set unwatched, gone;

static uint64_t timer_deadline; /* the one set; 0 for none yet */

/* A timer set to 0 would never fire: 1 ns more makes sure. */
static void set_timer(uint64_t deadline)
{
    const struct timer_setting setting = {
        .seconds = (int64_t)(deadline / SECOND),
        .ns = (int64_t)(deadline % SECOND) | 1,
    };

    if (deadline == timer_deadline)
        return;
    spt_call4(SPT_TIMERFD_SETTIME, spt_boot_info->timerfd, ABSOLUTE,
              (long)&setting, 0);
    timer_deadline = deadline;
}

static mirage_ready_set bit(unsigned handle)
{
    return (mirage_ready_set)1 << handle;
}

static void control(long operation, unsigned handle, uint32_t events)
{
    struct event event = {.events = events, .data = handle};

    spt_call4(SPT_EPOLL_CTL, spt_boot_info->epollfd, operation,
              spt_device(handle)->b.hostfd, (long)&event);
}

static void watch(mirage_ready_set wanted)
{
    unwatched &= ~wanted;
    for (; wanted; wanted &= wanted - 1)
        control(MODIFY, (unsigned)__builtin_ctzll(wanted), READABLE);
}

/* Its next reader is told at once, and finds out why. */
static void unwatch(unsigned handle, uint32_t events)
{
    if (events & HUNG_UP) {
        control(DELETE, handle, 0);
        gone |= bit(handle);
    } else {
        control(MODIFY, handle, 0);
        unwatched |= bit(handle);
    }
}

/* The device of one event, if it is wanted; *over if the wait is over. */
static mirage_ready_set take(const struct event *event, mirage_ready_set wanted,
                             bool *over)
{
    unsigned handle = (unsigned)event->data;

    if (event->data == SPT_TIMER_EVENT) {
        *over = true;
        return 0;
    }
    if (bit(handle) & wanted)
        return bit(handle);
    if (spt_has(SPT_NET_CHOOSE))
        unwatch(handle, event->events);
    else
        *over = true;
    return 0;
}

static mirage_ready_set look(long timeout, mirage_ready_set wanted, bool *over)
{
    struct event events[EVENTS];
    mirage_ready_set ready = 0;
    long count;

    do {
        count = spt_call6(SPT_EPOLL_PWAIT, spt_boot_info->epollfd, (long)events,
                          EVENTS, timeout, 0, 0);
    } while (count == -EINTR);
    for (long i = 0; i < count; i++)
        ready |= take(&events[i], wanted, over);
    return ready;
}

mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted)
{
    bool over = deadline <= mirage_platform_clock();
    mirage_ready_set ready;

    if ((over && !wanted) || (wanted & gone))
        return wanted & gone;
    watch(wanted & unwatched);
    if (!over)
        set_timer(deadline);
    do
        ready = look(over ? 0 : FOREVER, wanted, &over);
    while (!ready && !over);
    return ready;
}
