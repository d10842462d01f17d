#include "../x86_64/tsc.h"
#include "host.h"
#include <mirage/platform.h>

uint64_t mirage_platform_clock(void)
{
    return x86_tsc_clock();
}

int64_t mirage_platform_wall_clock(void)
{
    struct hvt_walltime args = {0};

    hvt_call(HVT_WALLTIME, &args);
    return (int64_t)args.nsecs;
}

mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted)
{
    uint64_t now = x86_tsc_clock();
    struct hvt_poll args = {
        .timeout_nsecs = deadline > now ? deadline - now : 0,
    };

    hvt_call(HVT_POLL, &args);
    return args.ready_set & wanted;
}
