/* IP addresses: what is read, what is refused, how they are printed. */
#include "test.h"
#include <arpa/inet.h>
#include <mirage/ip.h>
#include <stdlib.h>

static void ipv4_is_four_numbers(void **state)
{
    struct mirage_ipv4 address = mirage_parse_ipv4("10.0.200.255");

    (void)state;
    assert_memory_equal(address.bytes, "\x0a\x00\xc8\xff", 4);
    assert_null(mirage_check_ipv4("0.0.0.0"));
    assert_int_equal(mirage_parse_ipv4(NULL).bytes[3], 0);
}

static void what_is_no_ipv4_is_refused(void **state)
{
    static const char *const wrong[] = {"",
                                        "10",
                                        "10.0.0",
                                        "10.0.0.256",
                                        "10.0.0.2.3",
                                        "10.0.0.02",
                                        "10..0.2",
                                        "10.0.0.-1",
                                        "10.0.0.2 ",
                                        " 10.0.0.2",
                                        "0x0a.0.0.2",
                                        "10.0.0.2/24",
                                        "4294967296.0.0.1",
                                        "a.b.c.d"};

    (void)state;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
        assert_string_equal(mirage_check_ipv4(wrong[i]),
                            "an IPv4 address such as 10.0.0.2");
}

static void a_prefix_has_a_length(void **state)
{
    (void)state;
    assert_int_equal(mirage_parse_ipv4_prefix("10.0.0.2/24").length, 24);
    assert_int_equal(mirage_parse_ipv4_prefix("0.0.0.0/0").length, 0);
    assert_int_equal(mirage_parse_ipv6_prefix("fe80::1/128").length, 128);
    assert_string_equal(mirage_check_ipv4_prefix("10.0.0.2"),
                        "an IPv4 address and prefix length such as "
                        "10.0.0.2/24");
    assert_non_null(mirage_check_ipv4_prefix("10.0.0.2/33"));
    assert_non_null(mirage_check_ipv4_prefix("10.0.0.2/"));
    assert_non_null(mirage_check_ipv4_prefix("10.0.0.2/024"));
    assert_string_equal(mirage_check_ipv6_prefix("fe80::1"),
                        "an IPv6 address and prefix length such as fe80::1/64");
    assert_non_null(mirage_check_ipv6_prefix("fe80::1/129"));
}

/* The host's C library is the judge, for reading and for printing. */
static void ipv6_is_read_and_printed_as_the_host_does(void **state)
{
    static const char *const texts[] = {
        "::",
        "::1",
        "1::",
        "fe80::1",
        "1:2:3:4:5:6:7:8",
        "1:0:0:2::",
        "2001:db8::1:0:0:1",
        "0:0:1::",
        "1:0:2:0:3:0:4:0",
        "::ffff:10.0.0.2",
        "64:ff9b::192.0.2.33",
        "1:2:3:4:5:6:10.0.0.2",
        "ABCD:EF01:2345:6789:abcd:ef01:2345:6789",
        "::2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::",
        "0:0:0:0:0:0:0:0",
        "2001:0db8:0000:0000:0001:0000:0000:0001",
        "::8",
        "1::8"};

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        struct mirage_ipv6 address = mirage_parse_ipv6(texts[i]);
        char text[MIRAGE_IPV6_TEXT], expected[INET6_ADDRSTRLEN];
        uint8_t bytes[16];

        assert_int_equal(inet_pton(AF_INET6, texts[i], bytes), 1);
        assert_memory_equal(address.bytes, bytes, 16);
        inet_ntop(AF_INET6, bytes, expected, sizeof(expected));
        assert_string_equal(mirage_print_ipv6(address, text), expected);
    }
}

static void what_is_no_ipv6_is_refused(void **state)
{
    static const char *const wrong[] = {"",
                                        ":",
                                        ":1",
                                        "1:",
                                        ":::",
                                        "1:::2",
                                        "1::2::3",
                                        "12345::",
                                        "g::",
                                        "1:2:3:4:5:6:7",
                                        "1:2:3:4:5:6:7:8:9",
                                        "1:2:3:4:5:6:7:8::",
                                        "::1 ",
                                        "fe80::1%eth0",
                                        "1:2:3:4:5:6:7:10.0.0.2",
                                        "::10.0.0",
                                        "::10.0.0.2:1",
                                        "10.0.0.2",
                                        "1:2:3:4::5:6:7:8",
                                        "::1:2:3:4:5:6:7:8"};

    (void)state;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
        assert_string_equal(mirage_check_ipv6(wrong[i]),
                            "an IPv6 address such as fe80::1");
}

static void random_addresses_survive_printing(void **state)
{
    (void)state;
    srand(1);
    for (int i = 0; i < 20000; i++) {
        struct mirage_ipv6 address = {0}, again;
        char text[MIRAGE_IPV6_TEXT];

        for (int j = 0; j < 16; j++)
            address.bytes[j] = rand() % 3 ? 0 : rand();
        again = mirage_parse_ipv6(mirage_print_ipv6(address, text));
        assert_memory_equal(again.bytes, address.bytes, 16);
    }
}

static void either_kind_is_an_ip(void **state)
{
    char text[MIRAGE_IP_TEXT];

    (void)state;
    assert_int_equal(mirage_parse_ip("10.0.0.2").version, 4);
    assert_int_equal(mirage_parse_ip("::1").version, 6);
    assert_int_equal(mirage_parse_ip(NULL).version, 0);
    assert_string_equal(mirage_print_ip(mirage_parse_ip("10.0.0.2"), text),
                        "10.0.0.2");
    assert_string_equal(mirage_print_ip(mirage_parse_ip("::1"), text), "::1");
    assert_string_equal(mirage_print_ip(mirage_parse_ip(NULL), text), "-");
    assert_string_equal(mirage_check_ip("host"),
                        "an IP address such as 10.0.0.2 or fe80::1");
}

static void prefixes_are_printed_whole(void **state)
{
    char text[MIRAGE_IPV6_PREFIX_TEXT];

    (void)state;
    assert_string_equal(mirage_print_ipv4_prefix(
                            mirage_parse_ipv4_prefix("255.0.10.2/24"), text),
                        "255.0.10.2/24");
    assert_string_equal(mirage_print_ipv6_prefix(
                            mirage_parse_ipv6_prefix("FE80:0::1/128"), text),
                        "fe80::1/128");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ipv4_is_four_numbers),
        cmocka_unit_test(what_is_no_ipv4_is_refused),
        cmocka_unit_test(a_prefix_has_a_length),
        cmocka_unit_test(ipv6_is_read_and_printed_as_the_host_does),
        cmocka_unit_test(what_is_no_ipv6_is_refused),
        cmocka_unit_test(random_addresses_survive_printing),
        cmocka_unit_test(either_kind_is_an_ip),
        cmocka_unit_test(prefixes_are_printed_whole),
    };

    return cmocka_run_group_tests_name("ip", tests, NULL, NULL);
}
