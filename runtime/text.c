#include "text.h"
#include <string.h>

struct text mirage_text(char *start, size_t size)
{
    return (struct text){.start = start, .end = start + size, .at = start};
}

/* How many of `size` bytes fit; the others count as cut. */
static size_t claim(struct text *text, size_t size)
{
    size_t room = text->end - text->at;

    if (size <= room)
        return size;
    text->cut += size - room;
    return room;
}

void mirage_text_add_bytes(struct text *text, const char *what, size_t size)
{
    size = claim(text, size);
    memcpy(text->at, what, size);
    text->at += size;
}

void mirage_text_repeat(struct text *text, char byte, size_t count)
{
    count = claim(text, count);
    memset(text->at, byte, count);
    text->at += count;
}

void mirage_text_add(struct text *text, const char *what)
{
    mirage_text_add_bytes(text, what, strlen(what));
}

void mirage_text_add_number(struct text *text, size_t number, int digits)
{
    if (number >= 10 || digits > 1)
        mirage_text_add_number(text, number / 10, digits - 1);
    mirage_text_repeat(text, '0' + number % 10, 1);
}

const char *mirage_text_end(struct text *text)
{
    if (text->at == text->end)
        text->at--;
    *text->at = '\0';
    return text->start;
}
