/*
 * guard.h: the canary between a function's arrays and its return address.
 */
#ifndef SOLO5_GUARD_H
#define SOLO5_GUARD_H

/* Makes it unpredictable. Only in a function that does not return. */
void solo5_guard_init(void);

#endif
