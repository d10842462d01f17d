#include "ipv4.h"
#include "number.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

const char *mirage_read_ipv4(const char *text, uint8_t bytes[4])
{
    for (int i = 0; i < 4; i++) {
        unsigned number;

        if (i > 0 && *text++ != '.')
            return NULL;
        text = mirage_read_decimal(text, 255, &number);
        if (!text)
            return NULL;
        bytes[i] = number;
    }
    return text;
}

static bool read_address(const char *text, struct mirage_ipv4 *address)
{
    const char *end = mirage_read_ipv4(text, address->bytes);

    return end && !*end;
}

static bool read_prefix(const char *text, struct mirage_ipv4_prefix *prefix)
{
    const char *end = mirage_read_ipv4(text, prefix->address.bytes);
    unsigned length = 0;

    if (!end || *end != '/' || !mirage_read_last_decimal(end + 1, 32, &length))
        return false;
    prefix->length = length;
    return true;
}

const char *mirage_check_ipv4(const char *text)
{
    struct mirage_ipv4 address;

    return read_address(text, &address) ? NULL
                                        : "an IPv4 address such as 10.0.0.2";
}

const char *mirage_check_ipv4_prefix(const char *text)
{
    struct mirage_ipv4_prefix prefix;

    return read_prefix(text, &prefix)
               ? NULL
               : "an IPv4 address and prefix length such as 10.0.0.2/24";
}

struct mirage_ipv4 mirage_parse_ipv4(const char *text)
{
    struct mirage_ipv4 address = {0};

    return text && read_address(text, &address) ? address
                                                : (struct mirage_ipv4){0};
}

struct mirage_ipv4_prefix mirage_parse_ipv4_prefix(const char *text)
{
    struct mirage_ipv4_prefix prefix = {0};

    return text && read_prefix(text, &prefix) ? prefix
                                              : (struct mirage_ipv4_prefix){0};
}

char *mirage_print_ipv4(struct mirage_ipv4 address, char *text)
{
    char *end = text;

    for (int i = 0; i < 4; i++) {
        if (i > 0)
            *end++ = '.';
        end = mirage_print_decimal(address.bytes[i], end);
    }
    return text;
}

char *mirage_print_ipv4_prefix(struct mirage_ipv4_prefix prefix, char *text)
{
    char *end = text + strlen(mirage_print_ipv4(prefix.address, text));

    *end++ = '/';
    mirage_print_decimal(prefix.length, end);
    return text;
}
