/* wait.h: what mirage_platform_yield waits for. */
#ifndef WAIT_H
#define WAIT_H

#include <stdbool.h>

/* From now on the device `handle` can be read when `fd` can. */
void mirage_unix_watch(unsigned handle, int fd);

/* The device is gone: it is never ready again. */
void mirage_unix_unwatch(unsigned handle, int fd);

/* Ends every wait, this and later ones. Safe in a signal handler. */
void mirage_unix_end_waits(void);

/* Whether that has been called. */
bool mirage_unix_waits_ended(void);

#endif
