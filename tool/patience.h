/*
 * patience.h: what takes longer than a second says what it is. The environment
 * variable MIRAGE_PATIENCE has another number of seconds, for those who compare
 * what the tool says.
 */
#ifndef PATIENCE_H
#define PATIENCE_H

/* From now on the tool does `what`, "compiling config.c": after a second that
 * is told on standard error, unless --quiet was given. */
void patience_start(const char *what);

/* It is done. */
void patience_end(void);

/* How long people wait without a word, in seconds. */
int patience_seconds(void);

#endif
