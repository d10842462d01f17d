#include <mirage/config.h>

JOB(noop_start, (job));

void configure(void)
{
    register_unikernel("noop", noop_start(noop()));
}
