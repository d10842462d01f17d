/*
 * describe.h: the graph of devices, for people and for dot(1).
 */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include <stdbool.h>
#include <stdio.h>

/*
 * The graph in the language of dot: the devices in use, or with `evaluated`
 * false all there may be, with the choices between them.
 */
void dot_print(FILE *out, bool evaluated);

#endif
