#include "fatal.h"
#include "text.h"
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>

void mirage_fatal(const char *text)
{
    mirage_say("%s: task '%s': %s\n", mirage_name(), mirage_task_name(), text);
    mirage_platform_abort();
}

/*
 * What assert() calls, in place of the C library's, which brings printf along.
 * It is in this file as the linker must meet it before that other one.
 */
noreturn void __assert_fail(const char *condition, const char *file,
                            unsigned line, const char *function);

void __assert_fail(const char *condition, const char *file, unsigned line,
                   const char *function)
{
    mirage_say("%s: task '%s': %s:%u: %s: assertion failed: %s\n",
               mirage_name(), mirage_task_name(), file, line, function,
               condition);
    mirage_platform_abort();
}
