/*
 * words.h: lists of words in messages.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

/* "either 'a' or 'b'", "one of 'a', 'b' or 'c'" of `words`, NULL at the end. */
const char *words_choices(const char *const *words);

#endif
