#include <mirage/config.h>

JOB(console_start, (console, time));

void configure(void)
{
    register_unikernel("console",
                       console_start(default_console(), default_time()));
}
