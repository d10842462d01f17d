#include "conformance.h"
#include <string.h>

#define LONG_LINE                                                              \
    "A line as long as this one, which is longer than any terminal is wide, "  \
    "comes out whole, without a newline that nobody has written, and so does " \
    "what follows it."

const char conformance_console_text[] =
    "one two\n"
    "\n"
    "three\n" LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE "\n"
    "gr\xc3\xbc\xc3\x9f\n";

static void write(struct mirage_console *console, const char *text)
{
    mirage_console_write(console, text, strlen(text));
}

void conformance_console(struct mirage_console *console)
{
    write(console, "one ");
    write(console, "");
    mirage_console_log(console, "two");
    mirage_console_log(console, "");
    mirage_console_write(console, "three and more", 5);
    write(console, "\n");
    mirage_console_log(console,
                       LONG_LINE LONG_LINE LONG_LINE LONG_LINE LONG_LINE);
    mirage_console_log(console, "gr\xc3\xbc\xc3\x9f");
}
