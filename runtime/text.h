/*
 * text.h: putting texts together where printf is too large or, as in a handler
 * of faults, not allowed. What does not fit is cut.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>

struct text {
    char *start, *end; /* of the memory; it begins empty, at = start */
    char *at;          /* here the next byte goes */
    size_t cut;        /* so many bytes did not fit */
};

/* `size` bytes of the caller's, empty. */
struct text mirage_text(char *start, size_t size);

void mirage_text_add(struct text *text, const char *what);
void mirage_text_add_bytes(struct text *text, const char *what, size_t size);
void mirage_text_repeat(struct text *text, char byte, size_t count);

/* With at least `digits` digits, zeroes in front. */
void mirage_text_add_number(struct text *text, size_t number, int digits);

/* Puts a zero byte after what is there, in place of the last byte if full. */
const char *mirage_text_end(struct text *text);

#endif
