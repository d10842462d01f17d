#include "print.h"
#include "target.h"
#include <mirage/exit.h>
#include <mirage/platform.h>
#include <mirage/system.h>
#include <stdlib.h>

/* By way of the C library, which writes out what stdio holds. */
noreturn void mirage_platform_exit(int status)
{
    exit(status);
}

noreturn void mirage_system_exit(int status)
{
    solo5_print(SOLO5_INFO, "solo5_exit(%d) called", status);
    solo5_target_halt(status);
}

noreturn void mirage_platform_abort(void)
{
    solo5_print(SOLO5_INFO, "solo5_abort() called");
    solo5_target_halt(MIRAGE_EXIT_CRASH);
}
