#include <mirage/config.h>

DEVICE_TYPE(socket);

static socket_impl kernel_socket(void)
{
    return DEVICE(socket, .connect = "kernel_socket_connect",
                  .header = "kernel_socket.h", .targets = TARGET_SOLO5);
}

JOB(hello_start, (socket));

void configure(void)
{
    register_unikernel("hello", hello_start(kernel_socket()));
}
