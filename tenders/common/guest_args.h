/*
 * guest_args.h: the guest's command line, which is one string.
 *
 * Solo5 joins the arguments with single blanks and does not quote. Images of
 * ours, and MirageOS's, split the string again by these rules:
 *
 *     Arguments are separated by blanks (space, tab, newline, vertical tab,
 *     form feed, carriage return), any number of them.
 *     \c stands for the character c, whatever it is.
 *     "..." keeps the blanks inside; \c is the character c there, too. Quotes
 *     may begin and end within an argument: a"b c"d is one argument.
 *     "" is an empty argument.
 *     An end inside of quotes or after a lone \ is an error.
 *
 * So the tender can hand over any arguments to an image that splits so and
 * says so in its Mirage note (MIRAGE_IMAGE_SPLITS_ARGUMENTS): it puts a \
 * before every blank, " and \ of an argument, and writes "" for an empty one.
 * An image without the note gets the arguments joined as they are, because its
 * user may have quoted them for it already.
 */
#ifndef GUEST_ARGS_H
#define GUEST_ARGS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes the command line for the arguments, up to a NULL, to `line`, which
 * has `size` bytes. False if that is too small.
 */
bool guest_args_join(char *const *args, bool quote, char *line, size_t size);

#endif
