/* console.h: the guest's console, which is the tender's standard output. */
#ifndef HVT_CONSOLE_H
#define HVT_CONSOLE_H

#include <stddef.h>

/*
 * Writes all of it, waiting for a slow reader; gives up if nobody can read it
 * any more, or the tender is to stop.
 */
void console_write(const char *data, size_t size);

#endif
