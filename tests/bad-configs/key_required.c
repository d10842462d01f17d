#include <mirage/config.h>

static struct key hello =
    STRING_KEY("hello", "Hello!", "What to say.", .required = true);

JOB(hello_start, (time), .keys = {&hello});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
