#include "format.h"
#include <limits.h>
#include <stdint.h>

_Static_assert(sizeof(long) == sizeof(intmax_t) &&
                   sizeof(long) == sizeof(size_t),
               "l, ll, j, z and t are one size");

const char *mirage_format_sign(const struct format_conversion *conversion,
                               bool negative)
{
    if (negative)
        return "-";
    return conversion->flags[FORMAT_PLUS]    ? "+"
           : conversion->flags[FORMAT_BLANK] ? " "
                                             : "";
}

/* Zeroes up to the precision are part of the number. */
static void add_digits(struct text *to, struct format_conversion *conversion,
                       const char *prefix, const char *digits, size_t size)
{
    size_t least = conversion->precision < 0 ? 1 : conversion->precision;
    size_t zeros = least > size ? least - size : 0, blanks;

    if (conversion->precision >= 0)
        conversion->flags[FORMAT_ZERO] = false;
    if (conversion->letter == 'o' && conversion->flags[FORMAT_ALTERNATIVE] &&
        !zeros)
        zeros = 1;
    blanks = mirage_format_begin(to, conversion, prefix, zeros + size);
    mirage_text_repeat(to, '0', zeros);
    mirage_text_add_bytes(to, digits, size);
    mirage_text_repeat(to, ' ', blanks);
}

static void add_number(struct text *to, struct format_conversion *conversion,
                       const char *prefix, uintmax_t value, unsigned base)
{
    const char *letters =
        conversion->letter == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    char digits[sizeof(value) * CHAR_BIT / 3 + 1];
    char *end = digits + sizeof(digits), *at = end;

    for (; value; value /= base)
        *--at = letters[value % base];
    add_digits(to, conversion, prefix, at, end - at);
}

void mirage_format_signed(struct text *to, struct format_conversion *conversion,
                          struct format_values *values)
{
    intmax_t value;

    if (conversion->size > (int)sizeof(int))
        value = va_arg(values->args, intmax_t);
    else
        value = va_arg(values->args, int);
    if (conversion->size == sizeof(short))
        value = (short)value;
    else if (conversion->size < (int)sizeof(short))
        value = (signed char)value;
    add_number(to, conversion, mirage_format_sign(conversion, value < 0),
               value < 0 ? -(uintmax_t)value : (uintmax_t)value, 10);
}

static uintmax_t take_unsigned(const struct format_conversion *conversion,
                               struct format_values *values)
{
    unsigned value;

    if (conversion->size > (int)sizeof(int))
        return va_arg(values->args, uintmax_t);
    value = va_arg(values->args, unsigned);
    if (conversion->size == sizeof(short))
        return (unsigned short)value;
    return conversion->size < (int)sizeof(short) ? (unsigned char)value : value;
}

void mirage_format_unsigned(struct text *to,
                            struct format_conversion *conversion,
                            struct format_values *values)
{
    uintmax_t value = take_unsigned(conversion, values);
    const char letter = conversion->letter;
    const char *prefix = letter == 'x' ? "0x" : letter == 'X' ? "0X" : "";
    unsigned base = letter == 'u' ? 10 : letter == 'o' ? 8 : 16;

    if (!conversion->flags[FORMAT_ALTERNATIVE] || !value)
        prefix = "";
    add_number(to, conversion, prefix, value, base);
}

void mirage_format_pointer(struct text *to,
                           struct format_conversion *conversion,
                           struct format_values *values)
{
    add_number(to, conversion, "0x", (uintptr_t)va_arg(values->args, void *),
               16);
}
