/*
 * mirage/ip.h: addresses of the Internet Protocol, as values and as text.
 *
 * IPv4 is written as RFC 6943 section 3.1.1 calls strict: four decimal numbers
 * without leading zeros. IPv6 is read as RFC 4291 section 2.2 allows and
 * written as RFC 5952 demands; zones such as %eth0 are not part of it. Nothing
 * here waits, allocates or writes.
 */
#ifndef MIRAGE_IP_H
#define MIRAGE_IP_H

#include <stdint.h>

/* Bytes in the order they go over the network. */
struct mirage_ipv4 {
    uint8_t bytes[4];
};
struct mirage_ipv6 {
    uint8_t bytes[16];
};

/* An address and how many of its leading bits are the network's. */
struct mirage_ipv4_prefix {
    struct mirage_ipv4 address;
    uint8_t length; /* bits, 0 to 32 */
};
struct mirage_ipv6_prefix {
    struct mirage_ipv6 address;
    uint8_t length; /* bits, 0 to 128 */
};

/* Either kind of address. */
struct mirage_ip {
    uint8_t version; /* 4 or 6; 0: no address */
    union {
        struct mirage_ipv4 v4;
        struct mirage_ipv6 v6;
    };
};

/* Whether `text` is one: NULL, or what was expected, such as "an IPv4 address",
 * which is static text. */
const char *mirage_check_ipv4(const char *text);        /* 10.0.0.2 */
const char *mirage_check_ipv4_prefix(const char *text); /* 10.0.0.2/24 */
const char *mirage_check_ipv6(const char *text);        /* fe80::1 */
const char *mirage_check_ipv6_prefix(const char *text); /* fe80::1/64 */
const char *mirage_check_ip(const char *text);          /* either address */

/* What text that passed the check says; all zeros for NULL. */
struct mirage_ipv4 mirage_parse_ipv4(const char *text);
struct mirage_ipv4_prefix mirage_parse_ipv4_prefix(const char *text);
struct mirage_ipv6 mirage_parse_ipv6(const char *text);
struct mirage_ipv6_prefix mirage_parse_ipv6_prefix(const char *text);
struct mirage_ip mirage_parse_ip(const char *text);

/* Bytes that the longest text needs, its zero byte included. */
enum {
    MIRAGE_IPV4_TEXT = sizeof("255.255.255.255"),
    MIRAGE_IPV4_PREFIX_TEXT = MIRAGE_IPV4_TEXT + sizeof("/32") - 1,
    MIRAGE_IPV6_TEXT = sizeof("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255"),
    MIRAGE_IPV6_PREFIX_TEXT = MIRAGE_IPV6_TEXT + sizeof("/128") - 1,
    MIRAGE_IP_TEXT = MIRAGE_IPV6_TEXT,
};

/* Writes it to the caller's `text`, which has room for the size above, and
 * returns `text`. An address of neither version is written as "-". */
char *mirage_print_ipv4(struct mirage_ipv4 address, char *text);
char *mirage_print_ipv4_prefix(struct mirage_ipv4_prefix prefix, char *text);
char *mirage_print_ipv6(struct mirage_ipv6 address, char *text);
char *mirage_print_ipv6_prefix(struct mirage_ipv6_prefix prefix, char *text);
char *mirage_print_ip(struct mirage_ip address, char *text);

#endif
