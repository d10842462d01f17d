#include <mirage/config.h>

static struct key fast = FLAG_KEY("fast", "Be fast.", .repeatable = true);

JOB(hello_start, (time), .keys = {&fast});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
