/*
 * message.h: text made of pieces, in memory that is there from the start.
 */
#ifndef MESSAGE_H
#define MESSAGE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* Starts as {0}. What does not fit is cut off, and "..." says so. */
struct mirage_message {
    char text[500];
    size_t size;
    bool is_cut;
};

/* Makes it the texts up to a NULL, one after the other; returns them. */
const char *mirage_message_set(struct mirage_message *message,
                               const char *first, ...)
    __attribute__((sentinel));
const char *mirage_message_set_all(struct mirage_message *message,
                                   const char *first, va_list more);

/* Appends a text; one in quotes. */
void mirage_message_add(struct mirage_message *message, const char *text);
void mirage_message_quote(struct mirage_message *message, const char *text);

/* Makes it "either 'a' or 'b'", "one of 'a', 'b' or 'c'" of `words`, NULL at
 * the end; returns that. */
const char *mirage_message_choices(struct mirage_message *message,
                                   const char *const *words);

#endif
