#include <mirage/config.h>

JOB(kv_ro_start, (kv_ro));

void configure(void)
{
    kv_ro_impl disk = generic_kv_ro("t");

    register_unikernel("kv_ro", kv_ro_start(disk));
}
