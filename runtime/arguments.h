/*
 * arguments.h: the command line of a unikernel. It takes its keys and the
 * options that every unikernel has, and nothing else.
 */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <stdint.h>

/*
 * Reads it; afterwards keys have their values. Ends the unikernel after
 * --help and --version (63), and after a mistake with a message (64).
 */
void mirage_arguments_read(void);

/* ---- what it says; before it was read, the defaults ---- */

const char *mirage_arguments_logs(void); /* for mirage_log_configure */
uint64_t mirage_arguments_delay(void);   /* before the start; nanoseconds */

#endif
