#include <mirage/platform.h>
#include <time.h>

static int64_t read_clock(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

uint64_t mirage_platform_clock(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

int64_t mirage_platform_wall_clock(void)
{
    return read_clock(CLOCK_REALTIME);
}
