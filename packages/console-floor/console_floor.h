/*
 * console_floor.h: the platform's console; on unix, standard output. One for
 * all targets.
 */
#ifndef CONSOLE_FLOOR_H
#define CONSOLE_FLOOR_H

#include <mirage/console.h>

/* The one console there is; it lasts for ever. */
struct mirage_console *console_floor_connect(void);

#endif
