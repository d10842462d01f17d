#include "log.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum verbosity verbosity = WARNINGS;
static const char *color = "auto";

void log_set_verbosity(enum verbosity wanted)
{
    verbosity = wanted;
}

bool log_is_verbose(void)
{
    return verbosity >= INFORMATION;
}

void log_set_color(const char *when)
{
    color = when;
}

bool log_is_colored(void)
{
    const char *term = getenv("TERM");

    if (strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    return isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
}

static void print(enum verbosity level, const char *word, const char *escape,
                  const char *format, va_list args)
{
    if (level > verbosity)
        return;
    fputs("mirage: [", stderr);
    fprintf(stderr, log_is_colored() ? "\033[%sm%s\033[m" : "%.0s%s", escape,
            word);
    fputs("] ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void log_warning(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print(WARNINGS, "WARNING", "33", format, args);
    va_end(args);
}

void log_info(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print(INFORMATION, "INFO", "34", format, args);
    va_end(args);
}

void log_debug(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print(DEBUGGING, "DEBUG", "32", format, args);
    va_end(args);
}
