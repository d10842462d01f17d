#include <mirage/config.h>

JOB(timeout_start, (console, time, random));

void configure(void)
{
    register_unikernel(
        "timeout1",
        timeout_start(default_console(), default_time(), default_random()));
}
