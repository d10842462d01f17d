#include "hello/hello.h"
#include "unikernel.gen.h"
#include <mirage/log.h>

enum mirage_error library_start(void)
{
    mirage_log_info("The hello library has a message for you: %s",
                    hello_message());
    return MIRAGE_OK;
}
