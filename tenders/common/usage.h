/* usage.h: what a tender prints about itself, on standard error. */
#ifndef USAGE_H
#define USAGE_H

#include "tender.h"
#include <stdnoreturn.h>

/* Prints how to use the tender and ends the program with status 1. */
noreturn void usage(const struct tender_kind *kind);

/* Prints the versions of the tender and of its ABI, and ends with 0. */
noreturn void usage_version(const struct tender_kind *kind);

#endif
