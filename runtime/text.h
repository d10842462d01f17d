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

/* As printf would; see format.h. */
__attribute__((format(printf, 2, 3))) void
mirage_text_format(struct text *text, const char *format, ...);

/* Puts a zero byte after what is there, in place of the last byte if full. */
const char *mirage_text_end(struct text *text);

/* Writes a text, of up to 1000 bytes, on the log's way out as it is. */
__attribute__((format(printf, 1, 2))) void mirage_say(const char *format, ...);

#endif
