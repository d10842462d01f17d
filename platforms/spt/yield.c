/*
 * Waiting: epoll over the networks and one timer. The filter does not let the
 * image choose among them, so a network that nobody waits for may end a wait.
 */
#include "calls.h"
#include "host.h"
#include <errno.h>
#include <mirage/platform.h>

enum { SECOND = 1000000000, ABSOLUTE = 1, FOREVER = -1, EVENTS = 64 };

struct timer_setting {
    int64_t interval_seconds, interval_ns;
    int64_t seconds, ns;
};

struct event {
    uint32_t events;
    uint64_t data;
} __attribute__((packed));

/* A timer set to 0 would never fire: 1 ns more makes sure. */
static void set_timer(uint64_t deadline)
{
    const struct timer_setting setting = {
        .seconds = (int64_t)(deadline / SECOND),
        .ns = (int64_t)(deadline % SECOND) | 1,
    };

    spt_call4(SPT_TIMERFD_SETTIME, spt_boot_info->timerfd, ABSOLUTE,
              (long)&setting, 0);
}

mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted)
{
    struct event events[EVENTS];
    mirage_ready_set ready = 0;
    long count;

    set_timer(deadline);
    do {
        count = spt_call6(SPT_EPOLL_PWAIT, spt_boot_info->epollfd, (long)events,
                          EVENTS, FOREVER, 0, 0);
    } while (count == -EINTR);
    for (long i = 0; i < count; i++)
        if (events[i].data != SPT_TIMER_EVENT)
            ready |= (mirage_ready_set)1 << events[i].data;
    return ready & wanted;
}
