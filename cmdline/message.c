#include "message.h"
#include <string.h>

/* Cuts between UTF-8 characters. */
static void cut(struct mirage_message *message)
{
    static const char dots[] = "...";
    char *text = message->text;
    size_t size = sizeof(message->text) - sizeof(dots);

    while (size > 0 && (text[size] & 0xc0) == 0x80)
        size--;
    memcpy(text + size, dots, sizeof(dots));
    message->is_cut = true;
}

void mirage_message_add(struct mirage_message *message, const char *text)
{
    size_t size = strlen(text), room = sizeof(message->text) - message->size;
    bool fits = size < room;

    if (message->is_cut)
        return;
    if (!fits)
        size = room - 1;
    memcpy(message->text + message->size, text, size);
    message->size += size;
    message->text[message->size] = '\0';
    if (!fits)
        cut(message);
}

void mirage_message_quote(struct mirage_message *message, const char *text)
{
    mirage_message_add(message, "'");
    mirage_message_add(message, text);
    mirage_message_add(message, "'");
}

static void clear(struct mirage_message *message)
{
    message->text[0] = '\0';
    message->size = 0;
    message->is_cut = false;
}

const char *mirage_message_set_all(struct mirage_message *message,
                                   const char *first, va_list more)
{
    clear(message);
    for (const char *at = first; at; at = va_arg(more, const char *))
        mirage_message_add(message, at);
    return message->text;
}

const char *mirage_message_set(struct mirage_message *message,
                               const char *first, ...)
{
    va_list more;

    va_start(more, first);
    mirage_message_set_all(message, first, more);
    va_end(more);
    return message->text;
}

const char *mirage_message_choices(struct mirage_message *message,
                                   const char *const *words)
{
    size_t count = 0;

    while (words[count])
        count++;
    clear(message);
    if (count > 1)
        mirage_message_add(message, count == 2 ? "either " : "one of ");
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            mirage_message_add(message, i == count - 1 ? " or " : ", ");
        mirage_message_quote(message, words[i]);
    }
    return message->text;
}
