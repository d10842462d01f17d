/* Values of options, as text. */
#include "message.h"
#include "number.h"
#include <limits.h>
#include <mirage/option.h>
#include <stdint.h>
#include <string.h>

/* ---- single values ---- */

const char *mirage_check_bool(const char *text)
{
    if (strcmp(text, "true") == 0 || strcmp(text, "false") == 0)
        return NULL;
    return "either 'true' or 'false'";
}

bool mirage_parse_bool(const char *text)
{
    return text && strcmp(text, "true") == 0;
}

/* All digits of `text` to *value; false if it is not a number up to `max`. */
static bool read_digits(const char *text, int base, uint64_t max,
                        uint64_t *value)
{
    *value = 0;
    if (!*text)
        return false;
    for (; *text; text++) {
        int next = mirage_hex_digit(*text);

        if (next < 0 || next >= base || *value > (max - next) / base)
            return false;
        *value = *value * base + next;
    }
    return true;
}

static bool read_integer(const char *text, int64_t min, int64_t max,
                         int64_t *value)
{
    bool negative = *text == '-';
    uint64_t limit = negative ? -(uint64_t)min : (uint64_t)max;
    uint64_t size;
    int base = 10;

    text += negative;
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text += 2;
    }
    if (!read_digits(text, base, limit, &size))
        return false;
    *value = negative ? -size : size;
    return true;
}

const char *mirage_check_int(const char *text)
{
    int64_t value;

    return read_integer(text, INT_MIN, INT_MAX, &value) ? NULL : "an integer";
}

const char *mirage_check_int64(const char *text)
{
    int64_t value;

    return read_integer(text, INT64_MIN, INT64_MAX, &value)
               ? NULL
               : "a 64-bit integer";
}

int mirage_parse_int(const char *text)
{
    int64_t value = 0;

    return text && read_integer(text, INT_MIN, INT_MAX, &value) ? value : 0;
}

int64_t mirage_parse_int64(const char *text)
{
    int64_t value = 0;

    return text && read_integer(text, INT64_MIN, INT64_MAX, &value) ? value : 0;
}

/* ---- several values in one ---- */

typedef const char *check_fn(const char *text);

/* Not a value of any kind but a string. */
static const char no_value[] = "~";

static const char *expectation(check_fn *check)
{
    return check ? check(no_value) : "a string";
}

/* A part is copied to be checked, and what passes a check is short. */
static bool is_value(const char *text, size_t size, check_fn *check)
{
    char part[80];

    if (!check)
        return true;
    if (size >= sizeof(part))
        return false;
    memcpy(part, text, size);
    part[size] = '\0';
    return !check(part);
}

static struct mirage_message expected;

const char *mirage_check_list(const char *text, check_fn *check)
{
    bool more = *text;

    while (more) {
        size_t size = strcspn(text, ",");

        if (!is_value(text, size, check))
            return mirage_message_set(
                &expected, "a list with commas between its elements, each ",
                expectation(check), NULL);
        more = text[size] == ',';
        text += size + more;
    }
    return NULL;
}

const char *mirage_check_pair(const char *text, check_fn *first,
                              check_fn *second)
{
    const char *colon = strchr(text, ':');

    while (colon && !is_value(text, colon - text, first))
        colon = strchr(colon + 1, ':');
    if (colon && (!second || !second(colon + 1)))
        return NULL;
    return mirage_message_set(&expected, "a pair with a colon between, ",
                              expectation(first), " and ", expectation(second),
                              NULL);
}
