#include "unikernel.gen.h"

enum mirage_error noop_start(void)
{
    return MIRAGE_OK;
}
