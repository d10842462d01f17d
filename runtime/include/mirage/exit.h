/*
 * mirage/exit.h: how a unikernel ends.
 *
 * It ends when all its jobs have, when one of them has failed, by mirage_exit
 * or the C library's exit, or on unix by SIGINT or SIGTERM; each way the hooks
 * run first. Only a crash and mirage_platform_abort skip them.
 */
#ifndef MIRAGE_EXIT_H
#define MIRAGE_EXIT_H

#include <stdnoreturn.h>

enum mirage_exit_status {
    MIRAGE_EXIT_OK = 0,
    MIRAGE_EXIT_HELP = 63,       /* --help or --version was given */
    MIRAGE_EXIT_ARGUMENTS = 64,  /* the command line is wrong */
    MIRAGE_EXIT_INTERRUPT = 130, /* SIGINT: 128 + 2 */
    MIRAGE_EXIT_TERMINATE = 143, /* SIGTERM: 128 + 15 */
    MIRAGE_EXIT_CRASH = 255,     /* a job failed, crashed or aborted */
};

/*
 * Calls fn(arg) when the unikernel ends, last added first. `hook` is the
 * caller's memory and must last till then. A hook must not wait.
 */
struct mirage_exit_hook {
    void (*fn)(void *arg);
    void *arg;
    struct mirage_exit_hook *next;
};
void mirage_at_exit(struct mirage_exit_hook *hook);

/* Runs the hooks and ends the unikernel with `status`. */
noreturn void mirage_exit(int status);

#endif
