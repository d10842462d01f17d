#include "log.h"
#include "color.h"
#include "fatal.h"
#include <stdarg.h>

static enum verbosity verbosity = WARNINGS;

void log_set_verbosity(enum verbosity wanted)
{
    verbosity = wanted;
}

bool log_is_verbose(void)
{
    return verbosity >= INFORMATION;
}

bool log_is_quiet(void)
{
    return verbosity < WARNINGS;
}

static void print(enum verbosity level, const char *word, const char *color,
                  const char *format, va_list args)
{
    if (level <= verbosity)
        print_tagged(color, word, format, args);
}

void log_warning(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print(WARNINGS, "WARNING", COLOR_WARNING, format, args);
    va_end(args);
}

void log_info(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print(INFORMATION, "INFO", COLOR_NOTE, format, args);
    va_end(args);
}

void log_debug(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print(DEBUGGING, "DEBUG", COLOR_NOTE, format, args);
    va_end(args);
}
