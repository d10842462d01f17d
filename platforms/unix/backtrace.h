/* backtrace.h: the calls that led to the end. */
#ifndef BACKTRACE_H
#define BACKTRACE_H

/*
 * Prints them on standard error, innermost first, one a line, beginning with
 * the one at the code address `from`, or with the caller if that is NULL.
 */
void mirage_unix_backtrace(const void *from);

/* Prints the line of one call. */
void mirage_unix_backtrace_line(const void *address);

#endif
