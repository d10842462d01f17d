#include <mirage/config.h>

static struct key port = INT_KEY("port", "8080", "The port.");

JOB(hello_start, (time), .keys = {&port});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
