#include "calls.h"
#include "host.h"
#include <mirage/platform.h>

enum { REALTIME = 0, MONOTONIC = 1, SECOND = 1000000000 };

static int64_t read_clock(int clock)
{
    struct spt_time time = {0, 0};

    if (spt_has(SPT_FAST_CLOCK))
        ((spt_clock_gettime *)spt_extension()->clock_gettime)(clock, &time);
    else
        spt_call3(SPT_CLOCK_GETTIME, clock, (long)&time, 0);
    return time.seconds * SECOND + time.ns;
}

uint64_t mirage_platform_clock(void)
{
    return (uint64_t)read_clock(MONOTONIC);
}

int64_t mirage_platform_wall_clock(void)
{
    return read_clock(REALTIME);
}
