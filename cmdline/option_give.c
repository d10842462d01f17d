#include "option_give.h"
#include "message.h"
#include <string.h>

void mirage_mistake_note(struct mirage_mistake *mistake, const char *first, ...)
{
    static struct mirage_message message;
    va_list more;

    if (mistake->text)
        return;
    va_start(more, first);
    mistake->text = mirage_message_set_all(&message, first, more);
    va_end(more);
}

static bool is_choice(const struct mirage_option *option, const char *text)
{
    for (size_t i = 0; option->choices[i]; i++)
        if (strcmp(option->choices[i], text) == 0)
            return true;
    return false;
}

/* NULL if `text` is a value of `option`, else what was expected. */
static const char *check(const struct mirage_option *option, const char *text)
{
    static struct mirage_message choices;

    if (!option->docv)
        return mirage_check_bool(text);
    if (option->choices)
        return is_choice(option, text)
                   ? NULL
                   : mirage_message_choices(&choices, option->choices);
    return option->check ? option->check(text) : NULL;
}

void mirage_option_give(struct mirage_option *option, const char *as,
                        const char *text, struct mirage_mistake *mistake)
{
    const char *expected = check(option, text);

    if (expected) {
        mirage_mistake_note(mistake, as, ": invalid value '", text,
                            "', expected ", expected, NULL);
        return;
    }
    option->value = text;
    if (option->repeat && option->docv && !option->repeat(option, text))
        mirage_mistake_note(mistake, as, ": memory ran out", NULL);
}
