#include "conformance.h"
#include <assert.h>

static void the_monotonic_clock_never_goes_back(struct mirage_mclock *mclock)
{
    uint64_t last = mirage_mclock_elapsed_ns(mclock);

    for (int i = 0; i < 100000; i++) {
        uint64_t now = mirage_mclock_elapsed_ns(mclock);

        assert(now >= last);
        last = now;
    }
}

static void it_moves_on_while_tasks_sleep(struct mirage_mclock *mclock,
                                          struct mirage_time *time)
{
    uint64_t before = mirage_mclock_elapsed_ns(mclock);

    assert(mirage_time_sleep(time, MIRAGE_MS(2)) == MIRAGE_OK);
    assert(mirage_mclock_elapsed_ns(mclock) - before >= MIRAGE_MS(2));
}

static void it_is_the_clock_of_the_tasks(struct mirage_mclock *mclock)
{
    uint64_t before = mirage_now();
    uint64_t between = mirage_mclock_elapsed_ns(mclock);

    assert(before <= between && between <= mirage_now());
}

/* It may be set at any time, so its steps cannot be checked, but that it is
 * in nanoseconds: no two days pass while this runs. */
static void the_wall_clock_counts_nanoseconds(struct mirage_pclock *pclock,
                                              struct mirage_time *time)
{
    const int64_t day = INT64_C(86400) * 1000000000;
    int64_t before = mirage_pclock_now_ns(pclock);

    assert(mirage_time_sleep(time, MIRAGE_MS(2)) == MIRAGE_OK);
    int64_t passed = mirage_pclock_now_ns(pclock) - before;
    assert(passed != 0 && passed > -2 * day && passed < 2 * day);
}

/* From Baker Island to Kiritimati, in the past a little more. */
static void a_time_zone_is_less_than_a_day(struct mirage_pclock *pclock)
{
    int seconds;

    if (mirage_pclock_time_zone(pclock, &seconds))
        assert(seconds > -16 * 3600 && seconds < 16 * 3600);
}

static void clocks_are_finer_than_a_second(struct mirage_mclock *mclock,
                                           struct mirage_pclock *pclock)
{
    assert(mirage_mclock_period_ns(mclock) < MIRAGE_SEC(1));
    assert(mirage_pclock_period_ns(pclock) < MIRAGE_SEC(1));
}

void conformance_clock(struct mirage_mclock *mclock,
                       struct mirage_pclock *pclock, struct mirage_time *time)
{
    the_monotonic_clock_never_goes_back(mclock);
    it_moves_on_while_tasks_sleep(mclock, time);
    it_is_the_clock_of_the_tasks(mclock);
    the_wall_clock_counts_nanoseconds(pclock, time);
    a_time_zone_is_less_than_a_day(pclock);
    clocks_are_finer_than_a_second(mclock, pclock);
}
