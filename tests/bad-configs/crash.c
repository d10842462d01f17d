#include <mirage/config.h>

JOB(hello_start, (time));

static const char *name;

void configure(void)
{
    register_unikernel(name[0] ? name : "hello", hello_start(default_time()));
}
