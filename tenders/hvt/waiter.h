/*
 * waiter.h: waiting for a moment or for one of the guest's networks.
 */
#ifndef HVT_WAITER_H
#define HVT_WAITER_H

#include "manifest.h"
#include <poll.h>

struct waiter {
    /* by handle, for networks; then the timer, what stops it, a debugger */
    struct pollfd waits[MFT_MAX_ENTRIES + 3];
};

/* Will wait for attached networks. Ends the program if it cannot. */
void waiter_init(struct waiter *waiter, const struct manifest *manifest);

/*
 * Waits until a network of those `wanted` can be read, `ns` have passed, or a
 * signal comes that the tender catches. Returns how many of them can be read,
 * and which in *ready. Bit n is handle n.
 */
int waiter_wait(struct waiter *waiter, uint64_t wanted, uint64_t ns,
                uint64_t *ready);

/* Also ends a wait when `fd` can be read; -1 for none any more. */
void waiter_set_debugger(struct waiter *waiter, int fd);

/* No longer waits for the network with this handle; it is gone. */
void waiter_forget(struct waiter *waiter, unsigned handle);

#endif
