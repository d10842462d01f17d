/*
 * Days are counted from 1 March of year 0, so that the leap day is the last
 * of a year and 400 years, an era, are always as long.
 */
#include <mirage/clock.h>

#define SECOND INT64_C(1000000000)

/* In days. */
enum {
    FOUR_YEARS = 4 * 365 + 1,
    CENTURY = 25 * FOUR_YEARS - 1,
    ERA = 4 * CENTURY + 1,
    EPOCH = 719468, /* from 0000-03-01 to 1970-01-01 */
};

enum { DAY = 24 * 60 * 60 }; /* in seconds */

/* Rounds down, also below zero. */
static int64_t divide(int64_t a, int64_t by, int *rest)
{
    int64_t quotient = a / by, left = a % by;

    *rest = (int)(left < 0 ? left + by : left);
    return left < 0 ? quotient - 1 : quotient;
}

static void set_day(struct mirage_date *date, int64_t days)
{
    int day, era = (int)divide(days + EPOCH, ERA, &day);
    int leap_days = day / (FOUR_YEARS - 1) - day / CENTURY + day / (ERA - 1);
    int year = (day - leap_days) / 365;
    int month; /* from March, which is 0 */

    day -= 365 * year + year / 4 - year / 100;
    month = (5 * day + 2) / 153; /* five months from March or August: 153 */
    date->day = day - (153 * month + 2) / 5 + 1;
    date->month = month < 10 ? month + 3 : month - 9;
    date->year = era * 400 + year + (date->month <= 2);
}

struct mirage_date mirage_date_of_ns(int64_t ns)
{
    struct mirage_date date;
    int unused, second;

    set_day(&date, divide(divide(ns, SECOND, &unused), DAY, &second));
    date.hour = second / 3600;
    date.minute = second / 60 % 60;
    date.second = second % 60;
    return date;
}
