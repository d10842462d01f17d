#include "text.h"
#include "format.h"
#include <mirage/platform.h>
#include <string.h>

enum { SAY_SIZE = 1000 };

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

void mirage_text_format(struct text *text, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    mirage_format(text, format, args);
    va_end(args);
}

const char *mirage_text_end(struct text *text)
{
    if (text->at == text->end)
        text->at--;
    *text->at = '\0';
    return text->start;
}

void mirage_say(const char *format, ...)
{
    char memory[SAY_SIZE];
    struct text text = mirage_text(memory, sizeof(memory));
    va_list args;

    va_start(args, format);
    mirage_format(&text, format, args);
    va_end(args);
    if (text.cut)
        text.at[-1] = '\n';
    mirage_platform_log_write(memory, text.at - memory);
}
