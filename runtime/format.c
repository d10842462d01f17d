#include "format.h"
#include <stdint.h>
#include <string.h>

size_t mirage_format_begin(struct text *to,
                           const struct format_conversion *conversion,
                           const char *prefix, size_t size)
{
    size_t all = strlen(prefix) + size;
    size_t fill = conversion->width > all ? conversion->width - all : 0;
    bool zero =
        conversion->flags[FORMAT_ZERO] && !conversion->flags[FORMAT_LEFT];

    if (!conversion->flags[FORMAT_LEFT] && !zero)
        mirage_text_repeat(to, ' ', fill);
    mirage_text_add(to, prefix);
    if (zero)
        mirage_text_repeat(to, '0', fill);
    return conversion->flags[FORMAT_LEFT] ? fill : 0;
}

static void add_bytes(struct text *to, struct format_conversion *conversion,
                      const char *what, size_t size)
{
    size_t blanks;

    conversion->flags[FORMAT_ZERO] = false;
    blanks = mirage_format_begin(to, conversion, "", size);
    mirage_text_add_bytes(to, what, size);
    mirage_text_repeat(to, ' ', blanks);
}

static void add_as_it_stands(struct text *to,
                             struct format_conversion *conversion)
{
    mirage_text_add_bytes(to, conversion->start,
                          conversion->end - conversion->start);
}

/* ---- letter by letter ---- */

/* What is wide, an array of wchar_t, needs a locale to be written. */
static void add_string(struct text *to, struct format_conversion *conversion,
                       struct format_values *values)
{
    const char *what = va_arg(values->args, const char *);
    size_t most =
        conversion->precision < 0 ? SIZE_MAX : (size_t)conversion->precision;

    what = what ? what : "(null)";
    if (conversion->size > (int)sizeof(int))
        add_as_it_stands(to, conversion);
    else
        add_bytes(to, conversion, what, strnlen(what, most));
}

static void add_char(struct text *to, struct format_conversion *conversion,
                     struct format_values *values)
{
    char what = va_arg(values->args, int);

    if (conversion->size > (int)sizeof(int))
        add_as_it_stands(to, conversion);
    else
        add_bytes(to, conversion, &what, 1);
}

static void add_percent(struct text *to, struct format_conversion *conversion,
                        struct format_values *values)
{
    (void)conversion, (void)values;
    mirage_text_add(to, "%");
}

static void skip_float(struct text *to, struct format_conversion *conversion,
                       struct format_values *values)
{
    mirage_format_take_float(conversion, values);
    add_as_it_stands(to, conversion);
}

static void skip_pointer(struct text *to, struct format_conversion *conversion,
                         struct format_values *values)
{
    (void)va_arg(values->args, void *);
    add_as_it_stands(to, conversion);
}

static const struct {
    char letters[7];
    format_add_fn *add;
} kinds[] = {
    {"s", add_string},
    {"di", mirage_format_signed},
    {"uoxX", mirage_format_unsigned},
    {"c", add_char},
    {"p", mirage_format_pointer},
    {"fFeEgG", mirage_format_float},
    {"%", add_percent},
    {"aA", skip_float},
    {"n", skip_pointer},
};

/* ---- all of it ---- */

static void add(struct text *to, struct format_conversion *conversion,
                struct format_values *values)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (conversion->letter &&
            strchr(kinds[i].letters, conversion->letter)) {
            kinds[i].add(to, conversion, values);
            return;
        }
    add_as_it_stands(to, conversion);
}

void mirage_format(struct text *to, const char *format, va_list args)
{
    struct format_values values;

    va_copy(values.args, args);
    for (;;) {
        size_t size = strcspn(format, "%");
        struct format_conversion conversion;

        mirage_text_add_bytes(to, format, size);
        format += size;
        if (!*format)
            break;
        conversion = mirage_format_parse(format, &values);
        add(to, &conversion, &values);
        format = conversion.end;
    }
    va_end(values.args);
}
