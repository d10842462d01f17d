#include "key_code.h"
#include "keys.h"
#include <stddef.h>

const struct key_code *key_code(enum key_type type)
{
    static const struct key_code codes[] = {
        [KEY_STRING] = {"const char *", "", NULL},
        [KEY_BOOL] = {"bool ", "mirage_parse_bool", "mirage_check_bool"},
        [KEY_FLAG] = {"bool ", "mirage_parse_bool", "mirage_check_bool"},
        [KEY_INT] = {"int ", "mirage_parse_int", "mirage_check_int"},
        [KEY_INT64] = {"int64_t ", "mirage_parse_int64", "mirage_check_int64"},
        [KEY_IPV4] = {"struct mirage_ipv4_prefix ", "mirage_parse_ipv4_prefix",
                      "mirage_check_ipv4_prefix"},
        [KEY_IPV4_ADDRESS] = {"struct mirage_ipv4 ", "mirage_parse_ipv4",
                              "mirage_check_ipv4"},
        [KEY_IPV6] = {"struct mirage_ipv6_prefix ", "mirage_parse_ipv6_prefix",
                      "mirage_check_ipv6_prefix"},
        [KEY_IPV6_ADDRESS] = {"struct mirage_ipv6 ", "mirage_parse_ipv6",
                              "mirage_check_ipv6"},
        [KEY_IP_ADDRESS] = {"struct mirage_ip ", "mirage_parse_ip",
                            "mirage_check_ip"},
    };

    return &codes[type];
}

bool key_is_list(const struct key *key)
{
    return key->type == KEY_LIST || key->repeatable;
}

enum key_type key_element(const struct key *key)
{
    return key->type == KEY_LIST ? key->first : key->type;
}

bool key_may_be_missing(const struct key *key)
{
    return !key_is_list(key) && !key->required && !key_default(key);
}
