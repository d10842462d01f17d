#include "decimal.h"
#include "format.h"
#include <string.h>

enum { DEFAULT_PRECISION = 6, EXPONENT_SIZE = 8 };

/* How a number is to be written: with these places, and with this after it. */
struct shape {
    bool scientific;
    int places;
    char memory[EXPONENT_SIZE];
    struct text exponent; /* such as "e+06" */
};

double mirage_format_take_float(const struct format_conversion *conversion,
                                struct format_values *values)
{
    if (conversion->size > (int)sizeof(long))
        return va_arg(values->args, long double);
    return va_arg(values->args, double);
}

/* That of the first digit. */
static int exponent_of(const struct decimal *number)
{
    return number->point - 1 - number->first;
}

static int at_most(int value, int most)
{
    return value < most ? value : most;
}

/* ---- e, f or g ---- */

static void shape_e(struct shape *shape, struct decimal *number, int places)
{
    mirage_decimal_round(number,
                         number->first + at_most(places, DECIMAL_PLACES) + 1);
    shape->scientific = true;
    shape->places = places;
}

static void shape_f(struct shape *shape, struct decimal *number, int places)
{
    mirage_decimal_round(number,
                         number->point + at_most(places, DECIMAL_PLACES));
    shape->places = places;
}

/* `digits` in all; those that are zeroes at the end only if `keep_zeros`. */
static void shape_g(struct shape *shape, struct decimal *number, int digits,
                    bool keep_zeros)
{
    int exponent, used;

    digits = digits ? digits : 1;
    shape_e(shape, number, digits - 1);
    exponent = exponent_of(number);
    used = number->end - number->first;
    if (exponent >= -4 && exponent < digits) {
        shape->scientific = false;
        shape->places -= exponent;
        used -= exponent;
    }
    if (!keep_zeros)
        shape->places = at_most(shape->places, used > 1 ? used - 1 : 0);
}

static void shape_number(struct shape *shape, struct decimal *number,
                         const struct format_conversion *conversion)
{
    const char letter = conversion->letter;
    int precision =
        conversion->precision < 0 ? DEFAULT_PRECISION : conversion->precision;

    *shape = (struct shape){0};
    if (letter == 'g' || letter == 'G')
        shape_g(shape, number, precision,
                conversion->flags[FORMAT_ALTERNATIVE]);
    else if (letter == 'e' || letter == 'E')
        shape_e(shape, number, precision);
    else
        shape_f(shape, number, precision);
    shape->exponent = mirage_text(shape->memory, EXPONENT_SIZE);
    if (shape->scientific)
        mirage_text_format(&shape->exponent,
                           letter >= 'a' ? "e%+03d" : "E%+03d",
                           exponent_of(number));
}

/* ---- writing ---- */

/* `count` digits from digits[i] on. */
static void add_digits(struct text *to, const struct decimal *number, int i,
                       int count)
{
    for (; count > 0 && i < number->end; count--)
        mirage_text_repeat(to, '0' + mirage_decimal_digit(number, i++), 1);
    if (count > 0)
        mirage_text_repeat(to, '0', count);
}

static void add_number(struct text *to,
                       const struct format_conversion *conversion,
                       const char *sign, const struct decimal *number,
                       const struct shape *shape)
{
    bool is_small = number->first >= number->point; /* 0.1 */
    int first =
        is_small && !shape->scientific ? number->point - 1 : number->first;
    int whole = shape->scientific ? 1 : number->point - first;
    bool has_point = shape->places || conversion->flags[FORMAT_ALTERNATIVE];
    size_t exponent_size = shape->exponent.at - shape->exponent.start, blanks;

    blanks = mirage_format_begin(to, conversion, sign,
                                 (size_t)whole + has_point + shape->places +
                                     exponent_size);
    add_digits(to, number, first, whole);
    if (has_point)
        mirage_text_add(to, ".");
    add_digits(to, number, first + whole, shape->places);
    mirage_text_add_bytes(to, shape->memory, exponent_size);
    mirage_text_repeat(to, ' ', blanks);
}

static void add_word(struct text *to, struct format_conversion *conversion,
                     const char *sign, const char *word)
{
    size_t blanks;

    conversion->flags[FORMAT_ZERO] = false;
    blanks = mirage_format_begin(to, conversion, sign, strlen(word));
    mirage_text_add(to, word);
    mirage_text_repeat(to, ' ', blanks);
}

void mirage_format_float(struct text *to, struct format_conversion *conversion,
                         struct format_values *values)
{
    bool capital = conversion->letter < 'a';
    double value = mirage_format_take_float(conversion, values);
    const char *sign = mirage_format_sign(conversion, __builtin_signbit(value));
    struct decimal number;
    struct shape shape;

    if (__builtin_isnan(value)) {
        add_word(to, conversion, sign, capital ? "NAN" : "nan");
        return;
    }
    if (__builtin_isinf(value)) {
        add_word(to, conversion, sign, capital ? "INF" : "inf");
        return;
    }
    mirage_decimal(&number, value);
    shape_number(&shape, &number, conversion);
    add_number(to, conversion, sign, &number, &shape);
}
