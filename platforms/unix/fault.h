/*
 * fault.h: signals that tell of a bug: a bad address, a bad instruction, a
 * division by zero, an abort.
 *
 * What happened, in which task, is printed on standard error with a backtrace,
 * and the process ends with status 255.
 */
#ifndef FAULT_H
#define FAULT_H

void mirage_unix_catch_faults(void);

#endif
