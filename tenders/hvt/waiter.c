#define _GNU_SOURCE
#include "waiter.h"
#include "stop.h"
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/timerfd.h>

enum { TIMER = MFT_MAX_ENTRIES, STOP, DEBUGGER, WAITS };

#define SECOND 1000000000ull

/* poll() passes over a negative descriptor. */
static void set(struct waiter *waiter, unsigned place, int fd)
{
    waiter->waits[place] = (struct pollfd){.fd = fd, .events = POLLIN};
}

void waiter_init(struct waiter *waiter, const struct manifest *manifest)
{
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);

    if (timer < 0)
        err(EXIT_FAILURE, "Could not create a timer");
    for (unsigned i = 0; i < MFT_MAX_ENTRIES; i++) {
        const struct mft_entry *entry =
            manifest_attached(manifest, i, MFT_DEV_NET_BASIC);

        set(waiter, i, entry ? entry->b.hostfd : -1);
    }
    set(waiter, TIMER, timer);
    set(waiter, STOP, stop_fd());
    set(waiter, DEBUGGER, -1);
}

/* Setting the timer also takes back that it has expired before. */
static void set_timer(struct waiter *waiter, uint64_t ns)
{
    struct itimerspec time = {.it_value = {.tv_sec = (time_t)(ns / SECOND),
                                           .tv_nsec = (long)(ns % SECOND) | 1}};

    timerfd_settime(waiter->waits[TIMER].fd, 0, &time, NULL);
}

int waiter_wait(struct waiter *waiter, uint64_t wanted, uint64_t ns,
                uint64_t *ready)
{
    struct pollfd waits[WAITS];
    int count, networks = 0;

    for (unsigned i = 0; i < WAITS; i++) {
        waits[i] = waiter->waits[i];
        if (i < MFT_MAX_ENTRIES && !(wanted >> i & 1))
            waits[i].fd = -1;
    }
    if (ns)
        set_timer(waiter, ns);
    do
        count = poll(waits, WAITS, ns ? -1 : 0);
    while (count < 0 && errno == EINTR && !stop_is_pending());

    *ready = 0;
    for (unsigned i = 0; count > 0 && i < MFT_MAX_ENTRIES; i++)
        if (waits[i].revents) {
            *ready |= 1ull << i;
            networks++;
        }
    return networks;
}

void waiter_set_debugger(struct waiter *waiter, int fd)
{
    set(waiter, DEBUGGER, fd);
}

void waiter_forget(struct waiter *waiter, unsigned handle)
{
    waiter->waits[handle].fd = -1;
}
