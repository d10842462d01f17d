/*
 * mirage/clock.h: the two clocks. The monotonic clock (mclock) measures how
 * long things take and never goes back; the wall clock (pclock, "POSIX clock")
 * knows the date and may be set while running. Nothing here waits or fails.
 */
#ifndef MIRAGE_CLOCK_H
#define MIRAGE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct mirage_mclock {
    const struct mirage_mclock_ops *ops;
};

struct mirage_pclock {
    const struct mirage_pclock_ops *ops;
};

/* Nanoseconds since some moment before the start of the unikernel. */
uint64_t mirage_mclock_elapsed_ns(struct mirage_mclock *mclock);

/* How fine the clock is, in nanoseconds; 0 if unknown. */
uint64_t mirage_mclock_period_ns(struct mirage_mclock *mclock);

/* Nanoseconds since 1970-01-01 00:00 UTC, leap seconds not counted. */
int64_t mirage_pclock_now_ns(struct mirage_pclock *pclock);

/* The local time zone now, in *seconds east of UTC; false if unknown. */
bool mirage_pclock_time_zone(struct mirage_pclock *pclock, int *seconds);

/* How fine the clock is, in nanoseconds; 0 if unknown. */
uint64_t mirage_pclock_period_ns(struct mirage_pclock *pclock);

/* A date as people write it, in the Gregorian calendar. */
struct mirage_date {
    int year, month, day; /* month and day from 1 */
    int hour, minute, second;
};

/* The date `ns` after 1970-01-01 00:00, in whole seconds, rounded down. */
struct mirage_date mirage_date_of_ns(int64_t ns);

/* ---- for implementations ---- */

struct mirage_mclock_ops {
    uint64_t (*elapsed_ns)(struct mirage_mclock *mclock);
    uint64_t (*period_ns)(struct mirage_mclock *mclock);
};

struct mirage_pclock_ops {
    int64_t (*now_ns)(struct mirage_pclock *pclock);
    bool (*time_zone)(struct mirage_pclock *pclock, int *seconds);
    uint64_t (*period_ns)(struct mirage_pclock *pclock);
};

#endif
