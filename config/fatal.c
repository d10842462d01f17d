#define _GNU_SOURCE
#include "fatal.h"
#include <stdarg.h>
#include <stdlib.h>

static void print_at(const char *file, int line, const char *kind,
                     const char *format, va_list args)
{
    fprintf(stderr, "%s:%d: %s: ", file, line, kind);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}

void fatal(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    fputs("mirage: [ERROR] ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(EXIT_ERROR);
}

void fatal_at(const char *file, int line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print_at(file, line, "error", format, args);
    va_end(args);
    exit(EXIT_ERROR);
}

void note_at(const char *file, int line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print_at(file, line, "note", format, args);
    va_end(args);
}

char *format_text(const char *format, ...)
{
    va_list args;
    char *text;

    va_start(args, format);
    if (vasprintf(&text, format, args) < 0)
        fatal("memory ran out");
    va_end(args);
    return text;
}
