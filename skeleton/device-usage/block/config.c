#include <mirage/config.h>

/* Not a device of the unikernel: a rule that makes its disk image. */
DEVICE_TYPE(shell_config);

static shell_config_impl config_shell(void)
{
    return DEVICE(shell_config,
                  .rule = "disk.img:\n"
                          "\tdd if=/dev/zero of=$@ count=100000\n",
                  .install = "disk.img");
}

JOB(block_start, (time, block), .deps = {dep(config_shell())});

void configure(void)
{
    block_impl img =
        if_impl(is_solo5, block_of_file("storage"), block_of_file("disk.img"));

    register_unikernel("block_test", block_start(default_time(), img));
}
