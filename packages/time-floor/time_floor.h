/*
 * time_floor.h: waiting, by the runtime's own timers. One for all targets.
 */
#ifndef TIME_FLOOR_H
#define TIME_FLOOR_H

#include <mirage/time.h>

/* The one timer there is; it lasts for ever. */
struct mirage_time *time_floor_connect(void);

#endif
