#include <mirage/config.h>

void configure(void)
{
    register_unikernel("hello", noop(), noop(), noop(), noop(), noop(), noop(),
                       noop(), noop(), noop());
}
