/*
 * packages.h: what the devices in use are built with. A package is a folder of
 * packages/, ours, or of overlays/, a third-party library.
 */
#ifndef PACKAGES_H
#define PACKAGES_H

#include "live.h"
#include <stdio.h>

struct package_use {
    const char *name;
    const char *min, *max;       /* NULL: no bound */
    const struct device *device; /* the first that wants it */
    struct package_use *next;
};

/* Packages of the devices, sorted by name, bounds merged. */
struct package_use *packages_of(struct node_list devices);

enum package_kind { PACKAGE_UNKNOWN, PACKAGE_OURS, PACKAGE_OVERLAY };
enum package_kind package_kind(const char *name);

/* Ends with a message at the device's place if a package is not known. */
void packages_check(const struct package_use *packages);

/* "zlib >= 1.2 < 2" */
void emit_package(FILE *out, const struct package_use *use);

/* How two versions compare, as strcmp: by numbers and words between dots. */
int version_compare(const char *a, const char *b);

#endif
