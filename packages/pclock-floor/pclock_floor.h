/*
 * pclock_floor.h: the platform's wall clock. One for all targets.
 */
#ifndef PCLOCK_FLOOR_H
#define PCLOCK_FLOOR_H

#include <mirage/clock.h>

/* The one clock there is; it lasts for ever. */
struct mirage_pclock *pclock_floor_connect(void);

#endif
