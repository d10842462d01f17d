#include <mirage/config.h>

JOB(clock_start, (time, pclock, mclock));

void configure(void)
{
    register_unikernel("speaking_clock",
                       clock_start(default_time(), default_posix_clock(),
                                   default_monotonic_clock()));
}
