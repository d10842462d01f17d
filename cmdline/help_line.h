/*
 * help_line.h: text that is broken into lines of at most 80 columns, between
 * words. A UTF-8 character is one column.
 */
#ifndef HELP_LINE_H
#define HELP_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct help_line {
    void (*write)(void *to, const char *data, size_t size);
    void *to;
    unsigned indent; /* of the lines that follow; may be set at any time */

    char text[512];         /* the line, as far as it is not written */
    size_t size, word;      /* bytes; where its last word begins */
    unsigned column, width; /* of the line so far; of its last word */
    bool blank;             /* goes before the next word */
};

/* Appends text: blanks and line breaks only separate words. */
void help_line_add(struct help_line *line, const char *text, size_t size);

/* Fills the line with blanks up to `column`; at least the last word stays. */
void help_line_pad(struct help_line *line, unsigned column);

/* Ends the line; an empty one is written too. */
void help_line_end(struct help_line *line);

#endif
