/*
 * common.h: what the options that all commands have do.
 */
#ifndef COMMON_H
#define COMMON_H

/* Applies --color, --quiet, --verbose, --verbosity and --dry-run. */
void common_apply(void);

#endif
