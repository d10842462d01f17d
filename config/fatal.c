#define _GNU_SOURCE
#include "fatal.h"
#include "color.h"
#include <stdarg.h>
#include <stdlib.h>

static bool is_ending;

bool fatal_is_ending(void)
{
    return is_ending;
}

static noreturn void end(void)
{
    is_ending = true;
    exit(EXIT_ERROR);
}

/* What went to standard output before stands before the message. */
void fatal(const char *format, ...)
{
    va_list args;

    fflush(stdout);
    va_start(args, format);
    fputs("mirage: [", stderr);
    color_print(COLOR_ERROR, "ERROR");
    fputs("] ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    end();
}

static void print_at(struct place place, const char *color, const char *kind,
                     const char *format, va_list args)
{
    if (place.line)
        color_print(COLOR_BOLD, format_text("%s:%d: ", place.file, place.line));
    else
        color_print(COLOR_BOLD, format_text("%s: ", place.file));
    color_print(color, kind);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void fatal_at(struct place place, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print_at(place, COLOR_ERROR, "error: ", format, args);
    va_end(args);
    end();
}

void note_at(struct place place, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print_at(place, COLOR_NOTE, "note: ", format, args);
    va_end(args);
}

char *format_text(const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    if (vasprintf(&text, format, args) < 0)
        abort();
    va_end(args);
    return text;
}
