/*
 * fatal.h: ends of a unikernel that are somebody's mistake.
 */
#ifndef FATAL_H
#define FATAL_H

#include <stdnoreturn.h>

/*
 * Writes "hello: task 'NAME': TEXT" and aborts, hooks not run. For mistakes of
 * the program and where nothing else can be done.
 */
noreturn void mirage_fatal(const char *text);

#endif
