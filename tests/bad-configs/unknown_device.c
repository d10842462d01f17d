#include <mirage/config.h>

JOB(hello_start, (tyme));

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
