#include <mirage/ip.h>
#include <stddef.h>
#include <string.h>

const char *mirage_check_ip(const char *text)
{
    if (!mirage_check_ipv4(text) || !mirage_check_ipv6(text))
        return NULL;
    return "an IP address such as 10.0.0.2 or fe80::1";
}

struct mirage_ip mirage_parse_ip(const char *text)
{
    struct mirage_ip address = {0};

    if (text && !mirage_check_ipv4(text)) {
        address.version = 4;
        address.v4 = mirage_parse_ipv4(text);
    } else if (text && !mirage_check_ipv6(text)) {
        address.version = 6;
        address.v6 = mirage_parse_ipv6(text);
    }
    return address;
}

char *mirage_print_ip(struct mirage_ip address, char *text)
{
    switch (address.version) {
    case 4:
        return mirage_print_ipv4(address.v4, text);
    case 6:
        return mirage_print_ipv6(address.v6, text);
    default:
        return strcpy(text, "-");
    }
}
