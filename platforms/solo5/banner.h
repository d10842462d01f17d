/*
 * banner.h: what every image says first.
 */
#ifndef SOLO5_BANNER_H
#define SOLO5_BANNER_H

#include <stdint.h>

/* Addresses of the image's parts, each ending where the next begins. */
struct solo5_map {
    uintptr_t text, rodata, data, heap, end;
};

/* The name, the version and the map of the memory. */
void solo5_banner(const char *version, const struct solo5_map *map);

#endif
