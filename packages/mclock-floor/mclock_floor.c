#include "mclock_floor.h"
#include <mirage/platform.h>

static uint64_t mclock_floor_elapsed_ns(struct mirage_mclock *mclock)
{
    (void)mclock;
    return mirage_platform_clock();
}

/* The clocks of all platforms count single nanoseconds. */
static uint64_t mclock_floor_period_ns(struct mirage_mclock *mclock)
{
    (void)mclock;
    return 1;
}

static const struct mirage_mclock_ops mclock_floor_ops = {
    .elapsed_ns = mclock_floor_elapsed_ns,
    .period_ns = mclock_floor_period_ns,
};

struct mirage_mclock *mclock_floor_connect(void)
{
    static struct mirage_mclock mclock = {&mclock_floor_ops};

    return &mclock;
}
