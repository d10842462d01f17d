#include "color.h"
#include "fatal.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *when = "auto";

void color_set(const char *wanted)
{
    when = wanted;
}

/* Messages may be about errno, and isatty() writes to it. */
static bool is_terminal(void)
{
    int error = errno;
    bool is_one = isatty(STDERR_FILENO);

    errno = error;
    return is_one;
}

bool color_is_on(void)
{
    const char *term = getenv("TERM");

    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return is_terminal() && term && strcmp(term, "dumb") != 0;
}

const char *color_text(const char *color, const char *text)
{
    if (!color_is_on())
        return text;
    return format_text("\033[%sm%s\033[m", color, text);
}
