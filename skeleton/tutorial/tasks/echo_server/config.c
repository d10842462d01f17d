#include <mirage/config.h>

JOB(echo_start, (console, time, random));

void configure(void)
{
    register_unikernel(
        "echo_server",
        echo_start(default_console(), default_time(), default_random()));
}
