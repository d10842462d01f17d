/*
 * suggest.h: what a mistyped word may have meant.
 */
#ifndef SUGGEST_H
#define SUGGEST_H

#include <stdbool.h>
#include <stddef.h>

/* The nearest word so far; starts as {0}. */
struct mirage_nearest {
    const char *word;
    size_t distance;
};

/* Makes `word` the nearest if it is nearer to `typo`, of `size` bytes, and not
 * too far from it. NULL is far from everything. */
void mirage_nearest_try(struct mirage_nearest *nearest, const char *typo,
                        size_t size, const char *word);

#endif
