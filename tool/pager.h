/*
 * pager.h: long output on a terminal goes through a pager: $PAGER, less, more.
 */
#ifndef PAGER_H
#define PAGER_H

#include <stdbool.h>
#include <stdio.h>

/* Whether standard output is a terminal that can page. */
bool pager_is_wanted(void);

/* Starts the pager; standard output itself if there is none. */
FILE *pager_open(void);

/* Waits until the reader has left it; false if it could not be started. */
bool pager_close(FILE *out);

#endif
