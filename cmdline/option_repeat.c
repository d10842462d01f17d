#include <mirage/option.h>
#include <stdlib.h>

static void forget(struct mirage_option *option)
{
    while (option->values) {
        struct mirage_option_value *value = option->values;

        option->values = value->next;
        free(value);
    }
}

bool mirage_option_repeat(struct mirage_option *option, const char *text)
{
    struct mirage_option_value **end = &option->values;

    if (!text) {
        forget(option);
        return true;
    }
    while (*end)
        end = &(*end)->next;
    *end = malloc(sizeof(**end));
    if (*end)
        **end = (struct mirage_option_value){text, NULL};
    return *end != NULL;
}
