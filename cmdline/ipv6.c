#include "ipv4.h"
#include "number.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* An address as it is read: how many of its bytes there are so far, and after
 * how many of them "::" stood, or -1. */
struct reading {
    uint8_t bytes[16];
    int count, gap;
};

/* One to four digits. */
static const char *read_group(const char *text, struct reading *to)
{
    unsigned value = 0;
    int digits = 0;

    if (to->count > 14)
        return NULL;
    for (; digits < 4 && mirage_hex_digit(*text) >= 0; digits++)
        value = value << 4 | mirage_hex_digit(*text++);
    if (digits == 0)
        return NULL;
    to->bytes[to->count++] = value >> 8;
    to->bytes[to->count++] = value;
    return text;
}

/* An IPv4 address may stand for the last two groups. */
static const char *read_tail(const char *text, struct reading *to)
{
    const char *end = NULL;

    if (to->count <= 12)
        end = mirage_read_ipv4(text, to->bytes + to->count);
    if (end)
        to->count += 4;
    return end;
}

/* Moves the bytes after "::" to the end. */
static bool fill_gap(struct reading *read)
{
    int after = read->count - read->gap;

    if (read->gap < 0)
        return read->count == 16;
    if (read->count > 14)
        return false;
    memmove(read->bytes + 16 - after, read->bytes + read->gap, after);
    memset(read->bytes + read->gap, 0, 16 - read->count);
    return true;
}

/* Groups with colons between them, from where `text` begins. */
static const char *read_groups(const char *text, struct reading *read)
{
    for (;;) {
        const char *tail = read_tail(text, read);

        if (tail)
            return tail;
        text = read_group(text, read);
        if (!text || *text != ':')
            return text;
        text++;
        if (*text != ':')
            continue;
        if (read->gap >= 0)
            return NULL;
        read->gap = read->count;
        text++;
        if (mirage_hex_digit(*text) < 0)
            return text;
    }
}

static const char *read_ipv6(const char *text, uint8_t bytes[16])
{
    struct reading read = {.gap = -1};

    if (text[0] == ':' && text[1] == ':') {
        read.gap = 0;
        text += 2;
    }
    if (read.gap < 0 || mirage_hex_digit(*text) >= 0)
        text = read_groups(text, &read);
    if (!text || !fill_gap(&read))
        return NULL;
    memcpy(bytes, read.bytes, 16);
    return text;
}

static bool read_address(const char *text, struct mirage_ipv6 *address)
{
    const char *end = read_ipv6(text, address->bytes);

    return end && !*end;
}

static bool read_prefix(const char *text, struct mirage_ipv6_prefix *prefix)
{
    const char *end = read_ipv6(text, prefix->address.bytes);
    unsigned length = 0;

    if (!end || *end != '/' || !mirage_read_last_decimal(end + 1, 128, &length))
        return false;
    prefix->length = length;
    return true;
}

const char *mirage_check_ipv6(const char *text)
{
    struct mirage_ipv6 address;

    return read_address(text, &address) ? NULL
                                        : "an IPv6 address such as fe80::1";
}

const char *mirage_check_ipv6_prefix(const char *text)
{
    struct mirage_ipv6_prefix prefix;

    return read_prefix(text, &prefix)
               ? NULL
               : "an IPv6 address and prefix length such as fe80::1/64";
}

struct mirage_ipv6 mirage_parse_ipv6(const char *text)
{
    struct mirage_ipv6 address = {0};

    return text && read_address(text, &address) ? address
                                                : (struct mirage_ipv6){0};
}

struct mirage_ipv6_prefix mirage_parse_ipv6_prefix(const char *text)
{
    struct mirage_ipv6_prefix prefix = {0};

    return text && read_prefix(text, &prefix) ? prefix
                                              : (struct mirage_ipv6_prefix){0};
}
