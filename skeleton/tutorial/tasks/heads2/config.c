#include <mirage/config.h>

JOB(heads_start, (console, time));

void configure(void)
{
    register_unikernel("heads2",
                       heads_start(default_console(), default_time()));
}
