/*
 * waiter.h: waiting for a moment or for one of the guest's networks.
 */
#ifndef HVT_WAITER_H
#define HVT_WAITER_H

#include "manifest.h"

struct waiter {
    int epoll_fd, timer_fd;
};

/* Will wait for all attached networks. Ends the program if it cannot. */
void waiter_init(struct waiter *waiter, const struct manifest *manifest);

/*
 * Waits until a network can be read, `ns` have passed, or a signal comes
 * that the tender catches. Returns how many networks can be read, and which in
 * *ready: bit n is handle n.
 */
int waiter_wait(struct waiter *waiter, uint64_t ns, uint64_t *ready);

/* No longer waits for the network with this descriptor; it is gone. */
void waiter_forget(struct waiter *waiter, int fd);

#endif
