#include <mirage/platform.h>
#include <mirage/unikernel.h>
#include <stdlib.h>
#include <string.h>

static void *need_memory(void *memory)
{
    if (!memory)
        mirage_platform_abort();
    return memory;
}

static char *copy(const char *text, size_t size)
{
    char *made = need_memory(malloc(size + 1));

    memcpy(made, text, size);
    made[size] = '\0';
    return made;
}

static void append(struct mirage_key_list *list, const char *text, size_t size)
{
    list->items = need_memory(
        realloc(list->items, (list->count + 1) * sizeof(*list->items)));
    list->items[list->count++] = copy(text, size);
}

static void split(struct mirage_key_list *list, const char *text)
{
    for (;;) {
        size_t size = strcspn(text, ",");

        append(list, text, size);
        if (!text[size])
            return;
        text += size + 1;
    }
}

const struct mirage_key_list *
mirage_key_list(struct mirage_key_list *list,
                const struct mirage_option_value *values, const char *text)
{
    if (list->items)
        return list;
    if (!values && text && *text)
        split(list, text);
    for (; values; values = values->next)
        append(list, values->text, strlen(values->text));
    return list;
}

void mirage_key_pair(struct mirage_key_pair *pair, const char *text,
                     const char *(*check)(const char *text))
{
    const char *colon = text ? strchr(text, ':') : NULL;

    if (pair->first || !colon)
        return;
    for (; colon; colon = strchr(colon + 1, ':')) {
        free(pair->first);
        pair->first = copy(text, colon - text);
        if (!check || !check(pair->first))
            break;
    }
    pair->second = copy(colon ? colon + 1 : "", colon ? strlen(colon + 1) : 0);
}
