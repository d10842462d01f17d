/*
 * format.h: what printf makes of a format, at a fifth of printf's size: a
 * small image has no other use for the C library's, which brings streams,
 * locales and error texts along.
 *
 * All flags, widths, precisions and lengths of C17's 7.21.6.1 with d i u o x X
 * c s p f F e E g G and %. Floating-point numbers are rounded exactly; a long
 * double is taken as a double. Others, as %a and %ls, are left as they stand,
 * and their value is skipped.
 */
#ifndef FORMAT_H
#define FORMAT_H

#include "text.h"
#include <stdarg.h>
#include <stdbool.h>

/* Adds `format` with the values of `args`. */
void mirage_format(struct text *to, const char *format, va_list args);

/* ---- between its files ---- */

/* The values not yet taken; one object, so that functions can take from it. */
struct format_values {
    va_list args;
};

/* In the order of "-+ #0". */
enum {
    FORMAT_LEFT,
    FORMAT_PLUS,
    FORMAT_BLANK,
    FORMAT_ALTERNATIVE,
    FORMAT_ZERO,
    FORMAT_FLAGS,
};

/* From '%' to its letter. */
struct format_conversion {
    const char *start, *end;
    bool flags[FORMAT_FLAGS];
    size_t width;
    int precision; /* -1: none */
    int size;      /* of the value: of char, short, int, long, long double */
    char letter;
};

/* Reads the conversion that starts at `start`; "*" takes values. */
struct format_conversion mirage_format_parse(const char *start,
                                             struct format_values *values);

/*
 * Writes what comes before `size` bytes to fill the width: blanks, `prefix`
 * such as "-" or "0x", zeroes. Returns how many blanks must follow.
 */
size_t mirage_format_begin(struct text *to,
                           const struct format_conversion *conversion,
                           const char *prefix, size_t size);

/* The sign in front of a number. */
const char *mirage_format_sign(const struct format_conversion *conversion,
                               bool negative);

/* The next value, a double or a long double. */
double mirage_format_take_float(const struct format_conversion *conversion,
                                struct format_values *values);

typedef void format_add_fn(struct text *to,
                           struct format_conversion *conversion,
                           struct format_values *values);

format_add_fn mirage_format_signed;   /* d i */
format_add_fn mirage_format_unsigned; /* u o x X */
format_add_fn mirage_format_pointer;  /* p */
format_add_fn mirage_format_float;    /* f F e E g G */

#endif
