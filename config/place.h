/*
 * place.h: where in config.c a device was made, for messages about it.
 *
 * DEVICE and JOB write their place down themselves. Devices of ours are made
 * by plain functions; the calls that led there are kept instead, and only when
 * a message needs the place does addr2line(1) look it up.
 */
#ifndef PLACE_H
#define PLACE_H

#include <stddef.h>

struct device;

struct place {
    const char *file; /* "config.c" */
    int line;         /* 0: not known */
};

/* The calls that are going on, innermost first. */
enum { CALLS_MAX = 12 };
struct calls {
    void *addresses[CALLS_MAX];
    int count;
};
struct calls calls_here(void);

/* The innermost of them that config.c made. The name of its file is overwritten
 * by the next call. */
struct place calls_place(const struct calls *calls);

/* Where the device of a node was made. */
struct place device_place(const struct device *device);

#endif
