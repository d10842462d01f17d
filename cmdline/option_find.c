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

const char *mirage_option_beginning(const struct mirage_option *option,
                                    const char *name, size_t size)
{
    if (begins(option->name, name, size))
        return option->name;
    return begins(option->alias, name, size) ? option->alias : NULL;
}

struct mirage_option *mirage_option_by_name(mirage_options options,
                                            const char *name, size_t size,
                                            bool *is_ambiguous)
{
    struct mirage_option *found = find_whole(options, name, size);

    *is_ambiguous = false;
    if (found || size == 0)
        return found;
    for (; *options && !*is_ambiguous; options++) {
        if (!mirage_option_beginning(*options, name, size))
            continue;
        *is_ambiguous = found != NULL;
        found = *options;
    }
    return *is_ambiguous ? NULL : found;
}

struct mirage_option *mirage_option_by_letter(mirage_options options,
                                              char letter)
{
    for (; *options; options++)
        if (letter && (*options)->letter == letter)
            return *options;
    return NULL;
}
