#include "pager.h"
#include <stdlib.h>
#include <string.h>
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

FILE *pager_open(void)
{
    const char *command = pager();
    FILE *out = command ? popen(command, "w") : NULL;

    return out ? out : stdout;
}

void pager_close(FILE *out)
{
    if (out != stdout)
        pclose(out);
}
