/*
 * timers.h: deadlines in the order they come, earliest first; equal ones in
 * the order they were added. A pairing heap: its links lie in the timers
 * themselves, so nothing allocates and nothing can fail. Adding and removing
 * cost little, taking the first O(log n) on average.
 */
#ifndef TIMERS_H
#define TIMERS_H

#include <stdbool.h>
#include <stdint.h>

/* Starts as {0}, in no heap. */
struct timer {
    uint64_t deadline;
    uint64_t order;       /* of adding, between equal deadlines */
    struct timer *child;  /* the first of those that come later */
    struct timer *next;   /* child of the same parent */
    struct timer **place; /* the pointer to this timer; NULL: in no heap */
};

/* Starts as {0}, empty. */
struct timers {
    struct timer *first; /* the next to come, or NULL */
    uint64_t added;
};

/* `timer` is in no heap. */
void mirage_timers_add(struct timers *timers, struct timer *timer,
                       uint64_t deadline);

/* Takes `timer` out, if it is in the heap. */
void mirage_timers_remove(struct timers *timers, struct timer *timer);

#endif
