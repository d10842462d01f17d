#include <mirage/config.h>

static struct key ipv4 = IPV4_KEY("ipv4", "10.0.0.300/24", "The address.");

JOB(hello_start, (time), .keys = {&ipv4});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
