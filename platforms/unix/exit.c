#include "backtrace.h"
#include <mirage/exit.h>
#include <mirage/platform.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* By exit, as what was printed by stdio may not be written yet. */
void mirage_platform_exit(int status)
{
    exit(status);
}

void mirage_platform_abort(void)
{
    fflush(stdout);
    mirage_unix_backtrace(NULL);
    _exit(MIRAGE_EXIT_CRASH);
}
