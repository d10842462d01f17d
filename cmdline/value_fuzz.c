/* Fuzzing: values of every kind; what is accepted means what it says. */
#include <mirage/ip.h>
#include <mirage/option.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void need(bool holds)
{
    if (!holds)
        abort();
}

static void try_numbers(const char *text)
{
    if (!mirage_check_int(text))
        need(!mirage_check_int64(text) &&
             mirage_parse_int(text) == mirage_parse_int64(text));
    mirage_check_bool(text);
}

/* What is printed is accepted, and is the same address. */
static void try_addresses(const char *text)
{
    char printed[MIRAGE_IPV6_PREFIX_TEXT];

    if (!mirage_check_ipv4(text))
        need(strcmp(mirage_print_ipv4(mirage_parse_ipv4(text), printed),
                    text) == 0);
    if (!mirage_check_ipv4_prefix(text))
        need(strcmp(mirage_print_ipv4_prefix(mirage_parse_ipv4_prefix(text),
                                             printed),
                    text) == 0);
    if (!mirage_check_ipv6_prefix(text))
        need(!mirage_check_ipv6_prefix(
            mirage_print_ipv6_prefix(mirage_parse_ipv6_prefix(text), printed)));
    if (!mirage_check_ip(text)) {
        struct mirage_ip ip = mirage_parse_ip(text);
        struct mirage_ip again = mirage_parse_ip(mirage_print_ip(ip, printed));

        need(memcmp(&ip, &again, sizeof(ip)) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);

    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    try_numbers(text);
    try_addresses(text);
    mirage_check_list(text, mirage_check_ip);
    mirage_check_pair(text, mirage_check_ipv6, mirage_check_int64);
    mirage_check_pair(text, NULL, mirage_check_bool);
    free(text);
    return 0;
}
