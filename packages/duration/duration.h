/*
 * duration.h: lengths of time in nanoseconds, from and to the units people
 * use. What does not fit in 64 bits (584 years) is UINT64_MAX, which for
 * waiting is never.
 *
 *     error = mirage_time_sleep(time, duration_of_sec(1));
 */
#ifndef DURATION_H
#define DURATION_H

#include <stdint.h>

/* ---- into nanoseconds ---- */

uint64_t duration_of_us(uint64_t count);
uint64_t duration_of_ms(uint64_t count);
uint64_t duration_of_sec(uint64_t count);
uint64_t duration_of_min(uint64_t count);
uint64_t duration_of_hour(uint64_t count);
uint64_t duration_of_day(uint64_t count);
uint64_t duration_of_year(uint64_t count); /* of 365 days */

/* Seconds with a fraction. Less than none is 0. */
uint64_t duration_of_float(double seconds);

/* ---- from nanoseconds, rounded down ---- */

uint64_t duration_to_us(uint64_t ns);
uint64_t duration_to_ms(uint64_t ns);
uint64_t duration_to_sec(uint64_t ns);
uint64_t duration_to_min(uint64_t ns);
uint64_t duration_to_hour(uint64_t ns);
uint64_t duration_to_day(uint64_t ns);
uint64_t duration_to_year(uint64_t ns);

double duration_to_float(uint64_t ns); /* in seconds */

/* ---- for people ---- */

struct duration_text {
    char text[24];
};

/*
 * `ns` as people write it, three digits or two units, rounded down: "0ns",
 * "1.50s", "2m05s", "3h20m", "4d01h", "584y343d".
 *
 *     printf("it took %s\n", duration_print(ns).text);
 */
struct duration_text duration_print(uint64_t ns);

#endif
