#include "signals.h"
#include "wait.h"
#include <errno.h>
#include <mirage/platform.h>
#include <signal.h>
#include <unistd.h>

static void stop(int signal)
{
    int saved = errno;

    if (mirage_unix_waits_ended())
        _exit(128 + signal);
    mirage_stop(128 + signal);
    mirage_unix_end_waits();
    errno = saved;
}

/*
 * Not on the running task's stack, which is small. Without SA_RESTART, so that
 * a write that nobody reads comes back.
 */
static const struct sigaction action = {.sa_handler = stop,
                                        .sa_flags = SA_ONSTACK};

/* Shells start programs in the background with SIGINT ignored, but who sends
 * it to a unikernel means it. What nohup ignores stays so. */
void mirage_unix_catch_signals(void)
{
    struct sigaction before;

    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, &before);
    if (before.sa_handler == SIG_IGN)
        sigaction(SIGHUP, &before, NULL);
    signal(SIGPIPE, SIG_IGN);
}
