#include <mirage/config.h>

JOB(prng_start, (random, info));

void configure(void)
{
    register_unikernel("prng", prng_start(default_random(), app_info()));
}
