/*
 * context.h: mirage/context, where configure keeps what it was given for the
 * commands after it: one option a line, as --name=value, with '\' before a
 * '\' and a line break written as "\n".
 */
#ifndef CONTEXT_H
#define CONTEXT_H

#include <mirage/option.h>
#include <stdbool.h>

/* Gives options that the command line does not have the values they had. What
 * the file has of other options, or is broken, is passed over. */
void context_apply(mirage_options options);

/* Writes what was given of `options`. */
void context_save(mirage_options options);

/* The same, and keeps what the file has of other options. */
void context_update(mirage_options options);

/* Whether the project is configured. */
bool context_exists(void);

const char *context_file(void);

/* One line of the file, in place: the name and the value it gives, or false
 * if it is not such a line. */
bool context_parse_line(char *line, const char **name, const char **value);

#endif
