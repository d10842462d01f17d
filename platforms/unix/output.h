/* output.h: standard output and standard error. */
#ifndef OUTPUT_H
#define OUTPUT_H

/*
 * Puts /dev/null where the process was started without one of them, so that no
 * disk opened later takes its place.
 */
void mirage_unix_open_outputs(void);

#endif
