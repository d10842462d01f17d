/*
 * child.h: tests of what ends a process, or changes it for good, run in a
 * child, whose output and status they look at.
 */
#ifndef CHILD_H
#define CHILD_H

#include <sys/types.h>

struct child {
    pid_t pid;
    int out, err; /* to read its standard output and error from */
};

/* Runs fn() in a child, which then ends with status 0. */
struct child child_start(void (*fn)(void));

/*
 * Waits for its end. Returns its exit status, or minus the signal that killed
 * it. What it printed last on standard error is in child_text.
 */
int child_end(struct child *child);
extern char child_text[16384];

/* Both. */
int child_run(void (*fn)(void));

#endif
