/*
 * Fuzzing: any format, with values of any bits. What is written is what the
 * host's printf writes, unless the format has conversions that we leave alone.
 */
#include "format.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 70000, LETTERS_MAX = 60 };

static char ours[ROOM + 1], theirs[ROOM + 1];

static size_t write_ours(const char *format, ...)
{
    struct text text = mirage_text(ours, ROOM);
    va_list args;

    va_start(args, format);
    mirage_format(&text, format, args);
    va_end(args);
    *text.at = '\0';
    return text.at - text.start + text.cut;
}

/* One conversion of a number, with modifiers that both know the same way. */
static void make_format(char *format, const uint8_t *data, size_t size)
{
    static const char flags[] = "-+ #0", letters[] = "diuoxXfFeEgG";
    size_t at = 0, used = 0;

    format[at++] = '%';
    for (; used + 1 < size && at < 6 && data[used] < 200; used++)
        format[at++] = flags[data[used] % 5];
    if (used + 2 < size)
        at +=
            sprintf(format + at, "%d.%d", data[used] % 64 + 1, data[used + 1]);
    format[at++] = letters[size ? data[size - 1] % 12 : 0];
    format[at] = '\0';
}

static void compare(const char *format, uint64_t bits)
{
    bool is_float = strchr("fFeEgG", format[strlen(format) - 1]);
    size_t size, expected;
    double value;

    memcpy(&value, &bits, sizeof(value));
    if (is_float && value != value) /* the host may print the sign of a NaN */
        return;
    if (strchr(format, '#') && strpbrk(format, "gG")) /* see format_test.c */
        return;
    size = is_float ? write_ours(format, value) : write_ours(format, (int)bits);
    expected = is_float ? (size_t)snprintf(theirs, ROOM, format, value)
                        : (size_t)snprintf(theirs, ROOM, format, (int)bits);
    if (size != expected || strcmp(ours, theirs) != 0)
        abort();
}

/* Formats of any bytes: nothing goes wrong, whatever there is. */
static void try(const uint8_t *data, size_t size)
{
    char format[LETTERS_MAX + 1];
    size_t used = 0;

    for (size_t i = 0; i < size && used < LETTERS_MAX; i++)
        if (data[i] && !strchr("sn*", data[i]))
            format[used++] = data[i];
    format[used] = '\0';
    write_ours(format, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
               17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 1.0, 2.0,
               3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0,
               7.0, 8.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0,
               2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0,
               6.0, 7.0, 8.0, 9.0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char format[64];
    uint64_t bits;

    if (size < sizeof(bits))
        return 0;
    memcpy(&bits, data, sizeof(bits));
    make_format(format, data + sizeof(bits), size - sizeof(bits));
    compare(format, bits);
    try(data, size);
    return 0;
}
