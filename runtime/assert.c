/*
 * What assert() calls, in place of the C library's: it names the task, and
 * does not bring printf into an image that has no other use for it.
 */
#include "fatal.h"
#include "text.h"

enum { MESSAGE_SIZE = 160 };

noreturn void __assert_fail(const char *condition, const char *file,
                            unsigned line, const char *function);

void __assert_fail(const char *condition, const char *file, unsigned line,
                   const char *function)
{
    char memory[MESSAGE_SIZE];
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
