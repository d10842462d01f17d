#include "number.h"
#include <stddef.h>

int mirage_hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

const char *mirage_read_decimal(const char *text, unsigned max,
                                unsigned *number)
{
    unsigned value = 0;

    if (!is_digit(*text) || (*text == '0' && is_digit(text[1])))
        return NULL;
    for (; is_digit(*text); text++) {
        value = value * 10 + (*text - '0');
        if (value > max)
            return NULL;
    }
    *number = value;
    return text;
}

bool mirage_read_last_decimal(const char *text, unsigned max, unsigned *number)
{
    const char *end = mirage_read_decimal(text, max, number);

    return end && !*end;
}

char *mirage_print_decimal(unsigned number, char *text)
{
    if (number >= 100)
        *text++ = '0' + number / 100;
    if (number >= 10)
        *text++ = '0' + number / 10 % 10;
    *text++ = '0' + number % 10;
    *text = '\0';
    return text;
}
