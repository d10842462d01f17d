#include <mirage/config.h>

static struct key hello = STRING_KEY("hello", "Hello!", "What to say.");

JOB(hello_start, (time), .key = {&hello});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
