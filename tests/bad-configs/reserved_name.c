#include <mirage/config.h>

static struct key output = STRING_KEY("output", "-", "Where to.");

JOB(hello_start, (time), .keys = {&output});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
