#include "option_find.h"
#include <string.h>

static bool begins(const char *name, const char *start, size_t size)
{
    return name && strncmp(name, start, size) == 0;
}

static bool is(const char *name, const char *text, size_t size)
{
    return begins(name, text, size) && !name[size];
}

static struct mirage_option *find_whole(mirage_options options,
                                        const char *name, size_t size)
{
    for (; *options; options++)
        if (is((*options)->name, name, size) ||
            is((*options)->alias, name, size))
            return *options;
    return NULL;
}

/* The next option from *at on that begins so; *found is what does. */
static struct mirage_option *next_beginning(mirage_options *at,
                                            const char *name, size_t size,
                                            const char **found)
{
    while (**at) {
        struct mirage_option *option = *(*at)++;

        if (begins(option->name, name, size))
            *found = option->name;
        else if (begins(option->alias, name, size))
            *found = option->alias;
        else
            continue;
        return option;
    }
    return NULL;
}

struct mirage_option *mirage_option_by_name(mirage_options options,
                                            const char *name, size_t size,
                                            const char **one,
                                            const char **other)
{
    struct mirage_option *found = find_whole(options, name, size);

    *one = *other = NULL;
    if (found || size == 0)
        return found;
    found = next_beginning(&options, name, size, one);
    if (!found || !next_beginning(&options, name, size, other))
        return found;
    return NULL;
}

struct mirage_option *mirage_option_by_letter(mirage_options options,
                                              char letter)
{
    for (; *options; options++)
        if (letter && (*options)->letter == letter)
            return *options;
    return NULL;
}
