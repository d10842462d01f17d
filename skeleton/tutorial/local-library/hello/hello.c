#include "hello.h"

const char *hello_message(void)
{
    return "Hello!";
}
