#include "text.h"

struct text mirage_text(char *start, size_t size)
{
    return (struct text){.start = start, .end = start + size, .at = start};
}

static void add_byte(struct text *text, char byte)
{
    if (text->at < text->end)
        *text->at++ = byte;
}

void mirage_text_add(struct text *text, const char *what)
{
    for (; *what; what++)
        add_byte(text, *what);
}

void mirage_text_add_bytes(struct text *text, const char *what, size_t size)
{
    while (size--)
        add_byte(text, *what++);
}

void mirage_text_add_number(struct text *text, size_t number, int digits)
{
    if (number >= 10 || digits > 1)
        mirage_text_add_number(text, number / 10, digits - 1);
    add_byte(text, '0' + number % 10);
}

const char *mirage_text_end(struct text *text)
{
    if (text->at == text->end)
        text->at--;
    *text->at = '\0';
    return text->start;
}
