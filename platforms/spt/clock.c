#include "calls.h"
#include <mirage/platform.h>

enum { REALTIME = 0, MONOTONIC = 1, SECOND = 1000000000 };

struct time {
    int64_t seconds, ns;
};

static int64_t read_clock(long clock)
{
    struct time time = {0, 0};

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
