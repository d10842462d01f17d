#include "color.h"
#include "fatal.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *when = "auto";

void color_set(const char *wanted)
{
    when = wanted;
}

bool color_is_on(void)
{
    const char *term = getenv("TERM");

    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
}

const char *color_text(const char *color, const char *text)
{
    if (!color_is_on())
        return text;
    return format_text("\033[%sm%s\033[m", color, text);
}
