#include "help_line.h"
#include <string.h>

enum { COLUMNS = 80 };

static void write_text(struct help_line *line, size_t size)
{
    if (size > 0)
        line->write(line->to, line->text, size);
    memmove(line->text, line->text + size, line->size - size);
    line->size -= size;
    line->word = line->word > size ? line->word - size : 0;
}

static void put(struct help_line *line, char c)
{
    if (line->size == sizeof(line->text))
        write_text(line, line->size);
    line->text[line->size++] = c;
}

static void put_blanks(struct help_line *line, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        put(line, ' ');
    line->column += count;
}

static void start_word(struct help_line *line)
{
    if (line->column == 0)
        put_blanks(line, line->indent);
    else if (line->blank)
        put_blanks(line, 1);
    line->blank = false;
    line->word = line->size;
    line->width = 0;
}

/* Moves the last word to a line of its own. */
static void break_line(struct help_line *line)
{
    char word[sizeof(line->text)];
    size_t size = line->size - line->word;

    if (line->indent + size > sizeof(line->text))
        return; /* a word without end */
    memcpy(word, line->text + line->word, size);
    line->size = line->word;
    while (line->size > 0 && line->text[line->size - 1] == ' ')
        line->size--;
    put(line, '\n');
    write_text(line, line->size);
    line->column = 0;
    put_blanks(line, line->indent);
    line->word = line->size;
    memcpy(line->text + line->size, word, size);
    line->size += size;
    line->column += line->width;
}

static bool continues_character(char c)
{
    return (c & 0xc0) == 0x80;
}

static void add_letter(struct help_line *line, char c)
{
    bool is_alone;

    put(line, c);
    if (continues_character(c))
        return;
    line->column++;
    line->width++;
    is_alone = line->column - line->width <= line->indent;
    if (line->column > COLUMNS && !is_alone)
        break_line(line);
}

void help_line_add(struct help_line *line, const char *text, size_t size)
{
    for (; size > 0; text++, size--) {
        if (*text == ' ' || *text == '\n' || *text == '\t') {
            line->blank = true;
            continue;
        }
        if (line->blank || line->column == 0)
            start_word(line);
        add_letter(line, *text);
    }
}

void help_line_pad(struct help_line *line, unsigned column)
{
    if (line->column < column)
        put_blanks(line, column - line->column);
    line->blank = false;
    line->word = line->size;
    line->width = 0;
}

void help_line_end(struct help_line *line)
{
    put(line, '\n');
    write_text(line, line->size);
    line->column = line->width = 0;
    line->blank = false;
}
