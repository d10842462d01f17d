#include <mirage/config.h>

JOB(first_start, (time));
JOB(hello_start, (job));

void configure(void)
{
    job_impl first = first_start(default_time());

    register_unikernel("hello", first, hello_start(first));
}
