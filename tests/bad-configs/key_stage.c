#include <mirage/config.h>

static struct key fast = FLAG_KEY("fast", "Be fast.");

JOB(hello_start, (time));
JOB(fast_start, (time));

void configure(void)
{
    register_unikernel("hello",
                       if_impl(key_true(&fast), fast_start(default_time()),
                               hello_start(default_time())));
}
