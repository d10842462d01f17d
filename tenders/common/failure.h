/*
 * failure.h: why something did not work, in words for the user.
 *
 * A function that can fail takes a struct failure, returns false and leaves
 * one line of text in it, without the name of the program or a newline.
 */
#ifndef FAILURE_H
#define FAILURE_H

#include <stdbool.h>

struct failure {
    char text[1024];
};

/* Sets the text and returns false, so that `return fail(...)` reads well. */
bool fail(struct failure *failure, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
