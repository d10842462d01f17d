#include <mirage/config.h>

JOB(hello_start, (time));

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
