#include <mirage/config.h>

static struct key servers =
    LIST_KEY("servers", KEY_PAIR, "", "Names and ports of servers.");

JOB(hello_start, (time), .keys = {&servers});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
