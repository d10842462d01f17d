#include <mirage/config.h>

static struct key loud =
    FLAG_KEY("loud", "Whether to shout.", .letter = 'l', .stage = RUN);

JOB(hello_start, (time), .keys = {&loud});

void configure(void)
{
    register_unikernel("hello", hello_start(default_time()));
}
