#include "patience.h"
#include "fatal.h"
#include "log.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static const char *message;

int patience_seconds(void)
{
    const char *own = getenv("MIRAGE_PATIENCE");
    int seconds = own ? atoi(own) : 0;

    return seconds > 0 ? seconds : 1;
}

/* In a signal handler: only write(2), and nobody minds if that fails. */
static void tell(int signal)
{
    (void)signal;
    if (write(STDERR_FILENO, message, strlen(message)) < 0)
        return;
}

static void set_timer(int seconds)
{
    setitimer(ITIMER_REAL, &(struct itimerval){.it_value.tv_sec = seconds},
              NULL);
}

void patience_start(const char *what)
{
    if (log_is_quiet())
        return;
    message = format_text("mirage: %s...\n", what);
    sigaction(SIGALRM,
              &(struct sigaction){.sa_handler = tell, .sa_flags = SA_RESTART},
              NULL);
    set_timer(patience_seconds());
}

void patience_end(void)
{
    set_timer(0);
}
