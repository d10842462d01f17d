/*
 * fatal.h: errors that end the tool, and growing text.
 */
#ifndef FATAL_H
#define FATAL_H

#include "place.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdnoreturn.h>

/* Exit statuses of the tool, as its man pages say. */
enum exit_status {
    EXIT_OK = 0,
    EXIT_ERROR = 123,        /* any error that stderr tells */
    EXIT_COMMAND_LINE = 124, /* the command line is wrong */
    EXIT_BUG = 125,          /* an error of the tool itself */
};

/* Writes "mirage: [ERROR] ...", in colour on a terminal, and ends with 123. */
noreturn void fatal(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Writes "config.c:14: error: ..." and ends with 123. */
noreturn void fatal_at(struct place place, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes "config.c:14: note: ...", before a fatal_at about another place. */
void note_at(struct place place, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Whether one of these is ending the tool. */
bool fatal_is_ending(void);

/* Writes "mirage: [WORD] ...", WORD in that colour on a terminal. */
void print_tagged(const char *color, const char *word, const char *format,
                  va_list args);

/* Text made as by printf; never NULL, never freed. */
char *format_text(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

#endif
