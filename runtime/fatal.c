#include "fatal.h"
#include "text.h"
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>

void mirage_fatal(const char *text)
{
    char memory[200];
    struct text message = mirage_text(memory, sizeof(memory) - 1);

    mirage_text_add(&message, mirage_name());
    mirage_text_add(&message, ": task '");
    mirage_text_add(&message, mirage_task_name());
    mirage_text_add(&message, "': ");
    mirage_text_add(&message, text);
    *message.at++ = '\n';
    mirage_platform_log_write(memory, message.at - memory);
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
    char memory[160];
    struct text text = mirage_text(memory, sizeof(memory));

    mirage_text_add(&text, file);
    mirage_text_add(&text, ":");
    mirage_text_add_number(&text, line, 1);
    mirage_text_add(&text, ": ");
    mirage_text_add(&text, function);
    mirage_text_add(&text, ": assertion failed: ");
    mirage_text_add(&text, condition);
    mirage_fatal(mirage_text_end(&text));
}
