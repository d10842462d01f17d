#include <mirage/config.h>

JOB(conformance_start, (time, mclock, pclock, random, console, block, kv_ro));

void configure(void)
{
    register_unikernel(
        "conformance",
        conformance_start(default_time(), default_monotonic_clock(),
                          default_posix_clock(), default_random(),
                          default_console(), generic_block("storage"),
                          generic_kv_ro("kv")));
}
