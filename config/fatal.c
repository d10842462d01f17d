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

/* In one piece, since others may write there as well. */
static void print(const char *before, const char *format, va_list args)
{
    char *text;

    if (vasprintf(&text, format, args) < 0)
        abort();
    fflush(stdout);
    fputs(format_text("%s%s\n", before, text), stderr);
    free(text);
}

void print_tagged(const char *color, const char *word, const char *format,
                  va_list args)
{
    print(format_text("mirage: [%s] ", color_text(color, word)), format, args);
}

void fatal(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print_tagged(COLOR_ERROR, "ERROR", format, args);
    va_end(args);
    end();
}

static void print_at(struct place place, const char *color, const char *kind,
                     const char *format, va_list args)
{
    const char *where = place.line
                            ? format_text("%s:%d: ", place.file, place.line)
                            : format_text("%s: ", place.file);

    print(format_text("%s%s", color_text(COLOR_BOLD, where),
                      color_text(color, kind)),
          format, args);
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
