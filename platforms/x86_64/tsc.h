/*
 * tsc.h: the time stamp counter as a clock.
 */
#ifndef X86_64_TSC_H
#define X86_64_TSC_H

#include <stdint.h>

/* Counts nanoseconds from now on, of a counter of `hz` ticks a second. */
void x86_tsc_init(uint64_t hz);

/* Since then. */
uint64_t x86_tsc_clock(void);

#endif
