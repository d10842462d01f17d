#include <mirage/config.h>

static struct key clock =
    STRING_KEY("clock", "fine", "Which clock.", .stage = CONFIGURE,
               .choices = {"fine", "coarse"});

JOB(hello_start, (time));

void configure(void)
{
    time_impl time =
        if_impl(key_is(&clock, "rough"), default_time(), default_time());

    register_unikernel("hello", hello_start(time));
}
