#include "format.h"
#include <limits.h>
#include <stdint.h>
#include <string.h>

/* More is nonsense, and would need care in sums. */
enum { PRECISION_MAX = 1 << 30 };

static const char *parse_flags(const char *at,
                               struct format_conversion *conversion)
{
    static const char letters[] = "-+ #0";
    const char *letter;

    while (*at && (letter = strchr(letters, *at))) {
        conversion->flags[letter - letters] = true;
        at++;
    }
    return at;
}

/* Digits or '*'. A number too large is nonsense, and stays harmless. */
static const char *parse_number(const char *at, struct format_values *values,
                                int *number)
{
    *number = 0;
    if (*at == '*') {
        *number = va_arg(values->args, int);
        return at + 1;
    }
    for (; *at >= '0' && *at <= '9'; at++)
        if (*number <= (INT_MAX - 9) / 10)
            *number = *number * 10 + *at - '0';
    return at;
}

static const char *parse_width(const char *at, struct format_values *values,
                               struct format_conversion *conversion)
{
    int width;

    at = parse_number(at, values, &width);
    conversion->flags[FORMAT_LEFT] |= width < 0;
    conversion->width = width < 0 ? -(unsigned)width : (unsigned)width;
    return at;
}

static const char *parse_precision(const char *at, struct format_values *values,
                                   struct format_conversion *conversion)
{
    conversion->precision = -1;
    if (*at != '.')
        return at;
    at = parse_number(at + 1, values, &conversion->precision);
    if (conversion->precision > PRECISION_MAX)
        conversion->precision = PRECISION_MAX;
    return at;
}

static const char *parse_size(const char *at,
                              struct format_conversion *conversion)
{
    conversion->size = sizeof(int);
    for (; *at && strchr("hljztL", *at); at++) {
        if (*at == 'h')
            conversion->size /= 2;
        else if (*at == 'L')
            conversion->size = sizeof(long double);
        else
            conversion->size = sizeof(intmax_t);
    }
    return at;
}

struct format_conversion mirage_format_parse(const char *start,
                                             struct format_values *values)
{
    struct format_conversion conversion = {.start = start};
    const char *at = start + 1;

    at = parse_flags(at, &conversion);
    at = parse_width(at, values, &conversion);
    at = parse_precision(at, values, &conversion);
    at = parse_size(at, &conversion);
    conversion.letter = *at;
    conversion.end = *at ? at + 1 : at;
    return conversion;
}
