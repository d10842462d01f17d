#include <mirage/config.h>

static struct key hello =
    STRING_KEY("hello", "Hello World!", "How to say hello.");

JOB(hello_start, (time), .keys = {&hello}, .packages = {"duration"});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
