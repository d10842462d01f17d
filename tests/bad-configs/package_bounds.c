#include <mirage/config.h>

JOB(hello_start, (time),
    .packages = {package("duration", .min = "2", .max = "1.5")});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
