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
static void catch_one(int signal)
{
    const struct sigaction action = {.sa_handler = stop,
                                     .sa_flags = SA_ONSTACK};
    struct sigaction before;

    sigaction(signal, &action, &before);
    if (before.sa_handler == SIG_IGN)
        sigaction(signal, &before, NULL);
}

void mirage_unix_catch_signals(void)
{
    catch_one(SIGINT);
    catch_one(SIGTERM);
    catch_one(SIGHUP);
    signal(SIGPIPE, SIG_IGN);
}
