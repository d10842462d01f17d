/*
 * targets.h: the platforms a unikernel can be built for.
 */
#ifndef TARGETS_H
#define TARGETS_H

#include <mirage/config.h>

/* The bit of enum target for its name; 0 for an unknown one. */
unsigned target_bit(const char *name);

/* Ends with a message unless this installation has the platform. */
void target_check(const char *name);

#endif
