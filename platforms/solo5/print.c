#include "print.h"
#include "target.h"
#include <stdarg.h>
#include <string.h>

enum solo5_level solo5_level = SOLO5_INFO;

enum { LINE_SIZE = 320 };

static const char cut[] = "(truncated)";

/* A line being written, with room for `cut` and a newline. */
struct line {
    char text[LINE_SIZE + sizeof(cut)];
    size_t size;
    bool is_cut;
};

static void put(struct line *line, char c)
{
    if (line->size < LINE_SIZE)
        line->text[line->size++] = c;
    else
        line->is_cut = true;
}

static void put_text(struct line *line, const char *text)
{
    while (*text)
        put(line, *text++);
}

static void put_number(struct line *line, uint64_t number, unsigned base,
                       unsigned width)
{
    char digits[20];
    unsigned count = 0;

    do {
        digits[count++] = "0123456789abcdef"[number % base];
        number /= base;
    } while (number || count < width);
    while (count > 0)
        put(line, digits[--count]);
}

static void put_signed(struct line *line, int number)
{
    if (number < 0)
        put(line, '-');
    put_number(line, number < 0 ? -(int64_t)number : number, 10, 1);
}

/* One conversion, after its '%'; returns what follows it. */
static const char *put_converted(struct line *line, const char *format,
                                 va_list *args)
{
    bool is_long = *format == 'l', is_byte = *format == '0';

    format += is_long ? 1 : is_byte ? 2 : 0;
    if (*format == 's')
        put_text(line, va_arg(*args, const char *));
    else if (*format == 'c')
        put(line, (char)va_arg(*args, int));
    else if (*format == 'd')
        put_signed(line, va_arg(*args, int));
    else if (is_long)
        put_number(line, va_arg(*args, unsigned long), *format == 'x' ? 16 : 10,
                   1);
    else
        put_number(line, va_arg(*args, unsigned), *format == 'x' ? 16 : 10,
                   is_byte ? 2 : 1);
    return format + 1;
}

static void put_formatted(struct line *line, const char *format, va_list *args)
{
    while (*format)
        if (*format == '%')
            format = put_converted(line, format + 1, args);
        else
            put(line, *format++);
}

static void end(struct line *line)
{
    if (line->is_cut) {
        memcpy(line->text + line->size, cut, sizeof(cut) - 1);
        line->size += sizeof(cut) - 1;
    }
    line->text[line->size++] = '\n';
    solo5_target_write(line->text, line->size);
}

static void print(const char *prefix, const char *format, va_list *args)
{
    struct line line;

    line.size = 0;
    line.is_cut = false;
    put_text(&line, prefix);
    put_formatted(&line, format, args);
    end(&line);
}

void solo5_print(enum solo5_level level, const char *format, ...)
{
    va_list args;

    if (level > solo5_level)
        return;
    va_start(args, format);
    print("Solo5: ", format, &args);
    va_end(args);
}

void solo5_print_plain(enum solo5_level level, const char *text)
{
    struct line line;

    if (level > solo5_level)
        return;
    line.size = 0;
    line.is_cut = false;
    put_text(&line, text);
    end(&line);
}

void solo5_print_abort(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    print("Solo5: ABORT: ", format, &args);
    va_end(args);
}
