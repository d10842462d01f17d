/*
 * kinds.h: what a kind of device is called in the C code of the unikernel.
 */
#ifndef KINDS_H
#define KINDS_H

#include "graph.h"

/* "struct mirage_time", or "struct KIND" for a kind that config.c made. */
const char *kind_type(const char *kind);

/* The header that declares it, "mirage/time.h"; NULL for a kind of config.c,
 * whose devices name their own header. */
const char *kind_header(const char *kind);

/* Whether a device has something at run time that can be passed on. */
bool node_has_value(const struct node *node);

/* The variable that holds the connected device, "time_1". */
const char *node_variable(const struct node *node);

#endif
