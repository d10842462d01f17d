/*
 * mclock_floor.h: the platform's monotonic clock. One for all targets.
 */
#ifndef MCLOCK_FLOOR_H
#define MCLOCK_FLOOR_H

#include <mirage/clock.h>

/* The one clock there is; it lasts for ever. */
struct mirage_mclock *mclock_floor_connect(void);

#endif
