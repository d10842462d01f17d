/*
 * crash.h: ends that nobody planned. A crash of configure() is a mistake in
 * config.c and is told with its place; any other is a bug of the tool and ends
 * it with the status 125.
 */
#ifndef CRASH_H
#define CRASH_H

/* From now on crashes are caught. */
void crash_watch(void);

/* Runs configure(), which may crash, end the program or take its time. */
void crash_run_configure(void);

#endif
