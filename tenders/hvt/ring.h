/*
 * ring.h: a ring that a guest shares with a thread of the tender, so that
 * frames and sectors move without an exit: struct hvt_ring of hvt_abi.h.
 */
#ifndef HVT_RING_H
#define HVT_RING_H

#include <solo5/hvt_abi.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct hvt;

struct ring {
    struct hvt *hvt;
    struct hvt_ring *shared; /* NULL if there is no such ring */
    int doorbell_fd;         /* eventfd: the guest has added something */
    int done_fd;             /* eventfd: the processor, waiting, can go on */
    unsigned spins;          /* looks before it goes to sleep */
    atomic_bool waiting;     /* the processor, for a commit */
    atomic_bool draining;    /* it waits until all is done */
};

/*
 * Lets a thread serve the ring at `shared`, whose doorbell is at `port`. False
 * if the host cannot do that, which is told on standard error.
 */
bool ring_start(struct ring *ring, struct hvt *hvt, struct hvt_ring *shared,
                uint16_t port);

/* Waits until all that was added has been carried out. */
void ring_drain(struct ring *ring);

/* ---- for ring_*.c and tests ---- */

/* How many entries are to be carried out; more than a ring has is wrong. */
uint32_t ring_pending(const struct ring *ring);

/*
 * Carries out the entries that are pending, in order. False if the guest
 * broke the rules: it named what is not its memory, or added too many.
 */
bool ring_serve(struct ring *ring);

#endif
