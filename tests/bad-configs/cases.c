#include <mirage/config.h>

static struct key clock =
    STRING_KEY("clock", "fine", "Which clock.", .stage = CONFIGURE);

JOB(hello_start, (time));

void configure(void)
{
    time_impl time =
        match_impl(&clock, default_time(), ("coarse", default_posix_clock()));

    register_unikernel("hello", hello_start(time));
}
