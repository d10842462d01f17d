#include <mirage/config.h>

JOB(hello_start, (time));

void configure(void)
{
    register_unikernel("hello world", hello_start(default_time()));
}
