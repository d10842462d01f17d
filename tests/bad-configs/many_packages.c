#include <mirage/config.h>

JOB(hello_start, (time),
    .packages = {"a", "b", "c", "d", "e", "f", "g", "h", "i"});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
