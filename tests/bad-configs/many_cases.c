#include <mirage/config.h>

JOB(hello_start, (time));

void configure(void)
{
    time_impl t = default_time();

    t = match_impl(&target, t, ("unix", t), ("hvt", t), ("spt", t),
                   ("virtio", t), ("xen", t), ("muen", t), ("macosx", t),
                   ("unix", t), ("hvt", t));
    register_unikernel("hello", hello_start(t));
}
