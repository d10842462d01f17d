/*
 * crunch.h: folders of the project that are compiled into the unikernel, as a C
 * file in the build folder.
 */
#ifndef CRUNCH_H
#define CRUNCH_H

#include <stdio.h>

/* What `folder` is called in C: "static_t" for "t". */
const char *crunch_name(const char *folder);

/* For meson.build: how these files are made, as the list `crunched`. */
void emit_crunched(FILE *out);

#endif
