#include "pclock_floor.h"
#include <mirage/platform.h>

static int64_t pclock_floor_now_ns(struct mirage_pclock *pclock)
{
    (void)pclock;
    return mirage_platform_wall_clock();
}

static bool pclock_floor_time_zone(struct mirage_pclock *pclock, int *seconds)
{
    int minutes;

    (void)pclock;
    if (!mirage_platform_time_zone(mirage_platform_wall_clock(), &minutes))
        return false;
    *seconds = minutes * 60;
    return true;
}

/* The clocks of all platforms count single nanoseconds. */
static uint64_t pclock_floor_period_ns(struct mirage_pclock *pclock)
{
    (void)pclock;
    return 1;
}

static const struct mirage_pclock_ops pclock_floor_ops = {
    .now_ns = pclock_floor_now_ns,
    .time_zone = pclock_floor_time_zone,
    .period_ns = pclock_floor_period_ns,
};

struct mirage_pclock *pclock_floor_connect(void)
{
    static struct mirage_pclock pclock = {&pclock_floor_ops};

    return &pclock;
}
