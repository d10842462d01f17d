#include "pager.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool pager_is_wanted(void)
{
    const char *term = getenv("TERM");

    return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
}

static bool is_installed(const char *program)
{
    char command[64];

    snprintf(command, sizeof(command), "command -v %s >/dev/null", program);
    return system(command) == 0;
}

static const char *pager(void)
{
    const char *own = getenv("PAGER");

    if (own && *own)
        return own;
    if (is_installed("less"))
        return "less -FR";
    return is_installed("more") ? "more" : NULL;
}

/* Whoever leaves the pager early has read enough. */
FILE *pager_open(void)
{
    const char *command = pager();
    FILE *out = command ? popen(command, "we") : NULL;

    signal(SIGPIPE, SIG_IGN);
    return out ? out : stdout;
}

bool pager_close(FILE *out)
{
    int status = out == stdout ? 0 : pclose(out);

    return !(WIFEXITED(status) && WEXITSTATUS(status) >= 126);
}
