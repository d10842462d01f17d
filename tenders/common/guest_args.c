#include "guest_args.h"
#include <string.h>

/* The end of the line being written, and the end of its room. */
struct line {
    char *at;
    char *end;
};

static bool put(struct line *line, char c)
{
    if (line->at == line->end)
        return false;
    *line->at++ = c;
    return true;
}

static bool put_quoted(struct line *line, char c)
{
    if (c && strchr(" \t\n\v\f\r\"\\", c) && !put(line, '\\'))
        return false;
    return put(line, c);
}

static bool put_argument(struct line *line, const char *arg, bool quote)
{
    if (quote && !*arg)
        return put(line, '"') && put(line, '"');
    for (; *arg; arg++)
        if (!(quote ? put_quoted : put)(line, *arg))
            return false;
    return true;
}

bool guest_args_join(char *const *args, bool quote, char *text, size_t size)
{
    struct line line = {.at = text, .end = text + size};

    for (char *const *arg = args; *arg; arg++) {
        if (arg != args && !put(&line, ' '))
            return false;
        if (!put_argument(&line, *arg, quote))
            return false;
    }
    return put(&line, '\0');
}
