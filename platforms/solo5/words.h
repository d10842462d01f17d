/*
 * words.h: a command line that came as one string, as arguments.
 *
 * The rules are those by which MirageOS unikernels have always read it, and
 * by which our tenders quote (tenders/common/guest_args.h):
 *
 *     Blanks separate arguments: space, tab, newline, \v, \f, \r.
 *     \c is the character c, whatever it is.
 *     "..." keeps the blanks inside; \c is c there, too. Quotes may begin and
 *     end within an argument: a"b c"d is one.
 *     "" is an empty argument.
 */
#ifndef SOLO5_WORDS_H
#define SOLO5_WORDS_H

#include <stddef.h>

/* How many pointers solo5_words_split needs at most, the last NULL included. */
size_t solo5_words_room(const char *line);

/*
 * Splits `line` in place: words[0] and on point into it, NULL at the end.
 * Returns how many there are, or -1 if the line ends inside of quotes or after
 * a lone backslash.
 */
int solo5_words_split(char *line, char **words);

#endif
