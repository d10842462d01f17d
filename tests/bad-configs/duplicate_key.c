#include <mirage/config.h>

static struct key hello = STRING_KEY("hello", "Hello!", "What to say.");
static struct key other = STRING_KEY("hello", "Hi!", "What to say.");

JOB(hello_start, (time), .keys = {&hello});
JOB(other_start, (time), .keys = {&other});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()),
                       other_start(default_time()));
}
