/* IPv6 addresses as text, in the one form that RFC 5952 leaves. */
#include "number.h"
#include <mirage/ip.h>
#include <stdbool.h>
#include <string.h>

static unsigned group(const struct mirage_ipv6 *address, int i)
{
    return address->bytes[2 * i] << 8 | address->bytes[2 * i + 1];
}

static int zeros_from(const struct mirage_ipv6 *address, int first)
{
    int i = first;

    while (i < 8 && group(address, i) == 0)
        i++;
    return i - first;
}

/* The first of the longest runs of two zero groups or more: "::". */
static int find_gap(const struct mirage_ipv6 *address, int *size)
{
    int gap = -1;

    *size = 1;
    for (int i = 0; i < 8; i++) {
        int zeros = zeros_from(address, i);

        if (zeros > *size) {
            gap = i;
            *size = zeros;
        }
    }
    return gap;
}

static char *print_group(unsigned value, char *text)
{
    int shift = 12;

    while (shift > 0 && !(value >> shift))
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        *text++ = "0123456789abcdef"[value >> shift & 15];
    return text;
}

static bool is_mapped_ipv4(const struct mirage_ipv6 *address)
{
    return zeros_from(address, 0) == 5 && group(address, 5) == 0xffff;
}

static char *print_groups(const struct mirage_ipv6 *address, char *end)
{
    int size, gap = find_gap(address, &size);

    for (int i = 0; i < 8; i++) {
        if (i == gap) {
            *end++ = ':';
            i += size - 1;
            if (i == 7)
                *end++ = ':';
            continue;
        }
        if (i > 0)
            *end++ = ':';
        end = print_group(group(address, i), end);
    }
    *end = '\0';
    return end;
}

char *mirage_print_ipv6(struct mirage_ipv6 address, char *text)
{
    struct mirage_ipv4 tail;

    if (is_mapped_ipv4(&address)) {
        memcpy(tail.bytes, address.bytes + 12, 4);
        mirage_print_ipv4(tail, strcpy(text, "::ffff:") + 7);
    } else {
        print_groups(&address, text);
    }
    return text;
}

char *mirage_print_ipv6_prefix(struct mirage_ipv6_prefix prefix, char *text)
{
    char *end = text + strlen(mirage_print_ipv6(prefix.address, text));

    *end++ = '/';
    mirage_print_decimal(prefix.length, end);
    return text;
}
