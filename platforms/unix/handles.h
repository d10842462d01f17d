/*
 * handles.h: the numbers that devices are known by, from 0. A device is never
 * given back, so neither is its number.
 */
#ifndef HANDLES_H
#define HANDLES_H

#include <stdbool.h>

enum { MIRAGE_UNIX_HANDLES = 64 }; /* bits of a mirage_ready_set */

/* The next number in *handle; false if all are in use. */
bool mirage_unix_handle_take(unsigned *handle);

#endif
