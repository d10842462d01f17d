/*
 * vdso.h: the functions that the host's kernel puts into every process.
 */
#ifndef VDSO_H
#define VDSO_H

#include <stdint.h>

/* The address of a function by its name; 0 if this kernel has none. */
uint64_t vdso_find(const char *name);

#endif
