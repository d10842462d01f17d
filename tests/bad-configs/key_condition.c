#include <mirage/config.h>

static struct key hello =
    STRING_KEY("hello", "Hello!", "What to say.", .stage = CONFIGURE);

JOB(hello_start, (time));

void configure(void)
{
    time_impl time = if_impl(key_true(&hello), default_time(), default_time());

    register_unikernel("hello", hello_start(time));
}
