/* Values of options: numbers, lists and pairs. */
#include "test.h"
#include <limits.h>
#include <mirage/ip.h>
#include <mirage/option.h>

static void a_bool_is_true_or_false(void **state)
{
    (void)state;
    assert_null(mirage_check_bool("true"));
    assert_null(mirage_check_bool("false"));
    assert_string_equal(mirage_check_bool("1"), "either 'true' or 'false'");
    assert_true(mirage_parse_bool("true"));
    assert_false(mirage_parse_bool("false"));
    assert_false(mirage_parse_bool(NULL));
}

static void an_int_is_decimal_or_hexadecimal(void **state)
{
    (void)state;
    assert_int_equal(mirage_parse_int("010"), 10);
    assert_int_equal(mirage_parse_int("-0x1f"), -31);
    assert_int_equal(mirage_parse_int("2147483647"), INT_MAX);
    assert_int_equal(mirage_parse_int("-2147483648"), INT_MIN);
    assert_int_equal(mirage_parse_int(NULL), 0);
}

static void what_is_no_int_is_refused(void **state)
{
    static const char *const wrong[] = {
        "",   "-",   "0x",  "1 ",   " 1",         "+1",          "1.5",
        "1a", "0xg", "--1", "1e3 ", "2147483648", "-2147483649", "x"};

    (void)state;
    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
        assert_string_equal(mirage_check_int(wrong[i]), "an integer");
}

static void an_int64_has_64_bits(void **state)
{
    (void)state;
    assert_null(mirage_check_int64("9223372036854775807"));
    assert_true(mirage_parse_int64("9223372036854775807") == INT64_MAX);
    assert_true(mirage_parse_int64("-9223372036854775808") == INT64_MIN);
    assert_string_equal(mirage_check_int64("9223372036854775808"),
                        "a 64-bit integer");
    assert_non_null(mirage_check_int64("99999999999999999999999999"));
}

static void each_element_of_a_list_is_checked(void **state)
{
    (void)state;
    assert_null(mirage_check_list("", mirage_check_int));
    assert_null(mirage_check_list("1,2,3", mirage_check_int));
    assert_null(mirage_check_list("a,,b", NULL));
    assert_string_equal(mirage_check_list("1,x", mirage_check_int),
                        "a list with commas between its elements, each an "
                        "integer");
    assert_non_null(mirage_check_list("1,", mirage_check_int));
    assert_non_null(mirage_check_list(",1", mirage_check_int));
}

static void an_element_longer_than_any_value_is_refused(void **state)
{
    char list[300];

    (void)state;
    for (size_t i = 0; i < sizeof(list); i++)
        list[i] = '0';
    list[sizeof(list) - 1] = '\0';
    assert_non_null(mirage_check_list(list, mirage_check_int));
    assert_null(mirage_check_list(list, NULL));
}

static void a_pair_is_split_after_a_value_of_the_first_kind(void **state)
{
    (void)state;
    assert_null(mirage_check_pair("a:1", NULL, mirage_check_int));
    assert_null(mirage_check_pair("a:b:c", NULL, NULL));
    assert_null(
        mirage_check_pair("fe80::1:80", mirage_check_ipv6, mirage_check_int));
    assert_null(mirage_check_pair(":", NULL, NULL));
    assert_string_equal(mirage_check_pair("a:b", NULL, mirage_check_int),
                        "a pair with a colon between, a string and an "
                        "integer");
    assert_non_null(mirage_check_pair("1", mirage_check_int, NULL));
    assert_non_null(mirage_check_pair("x:1", mirage_check_int, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bool_is_true_or_false),
        cmocka_unit_test(an_int_is_decimal_or_hexadecimal),
        cmocka_unit_test(what_is_no_int_is_refused),
        cmocka_unit_test(an_int64_has_64_bits),
        cmocka_unit_test(each_element_of_a_list_is_checked),
        cmocka_unit_test(an_element_longer_than_any_value_is_refused),
        cmocka_unit_test(a_pair_is_split_after_a_value_of_the_first_kind),
    };

    return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
