#include <mirage/config.h>

JOB(hello_start, (time));

void configure(void)
{
    time_impl time = if_impl(is_solo5, default_time(), default_random());

    register_unikernel("hello", hello_start(time));
}
