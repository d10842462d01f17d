#include <mirage/config.h>

JOB(library_start, (job), .libraries = {"hello"});

void configure(void)
{
    register_unikernel("local-library", library_start(noop()));
}
