#include <mirage/config.h>

JOB(hello_start, (time, time, time, time, time, time, time, time, time));

void configure(void)
{
    time_impl t = default_time();

    register_unikernel("hello", hello_start(t, t, t, t, t, t, t, t, t));
}
