#define _GNU_SOURCE
#include "stop.h"
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t caught, interrupted;
static struct kvm_run *running;
static int ends[2] = {-1, -1};

static void on_signal(int number)
{
    int saved = errno;

    caught = number;
    running->immediate_exit = 1;
    /* A full pipe is readable all the same. */
    if (write(ends[1], "", 1) < 0)
        errno = 0;
    errno = saved;
}

void stop_init(struct kvm_run *run)
{
    struct sigaction action = {.sa_handler = on_signal};

    running = run;
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
        err(EXIT_FAILURE, "Could not make a pipe");
    if (sigaction(SIGINT, &action, NULL) < 0 ||
        sigaction(SIGTERM, &action, NULL) < 0)
        err(EXIT_FAILURE, "Could not install signal handlers");
}

int stop_signal(void)
{
    return caught;
}

int stop_fd(void)
{
    return ends[0];
}

void stop_interrupt(void)
{
    interrupted = 1;
    running->immediate_exit = 1;
}

static void on_interrupt(int number)
{
    (void)number;
    stop_interrupt();
}

void stop_interrupt_on(int signal)
{
    struct sigaction action = {.sa_handler = on_interrupt};

    if (sigaction(signal, &action, NULL) < 0)
        err(EXIT_FAILURE, "Could not install signal handlers");
}

bool stop_was_interrupted(void)
{
    if (!interrupted)
        return false;
    interrupted = 0; /* what comes from here on is seen the next time */
    return true;
}

bool stop_is_pending(void)
{
    return caught || interrupted;
}

void stop_rearm(void)
{
    running->immediate_exit = 0;
}

bool stop_wait(int fd, short events)
{
    struct pollfd waits[] = {{.fd = ends[0], .events = POLLIN},
                             {.fd = fd, .events = events}};

    while (!caught) {
        if (poll(waits, 2, -1) < 0 && errno != EINTR)
            return true; /* the transfer that follows will say what is wrong */
        if (waits[1].revents)
            return !caught;
    }
    return false;
}
