#include "output_test.h"
#include "print.h"
#include "test.h"
#include <limits.h>
#include <string.h>

static int clear(void **state)
{
    (void)state;
    clear_output();
    return 0;
}

static void a_line_has_a_name_before_it(void **state)
{
    (void)state;
    solo5_print(SOLO5_INFO, "%s%c %d %lu 0x%lx %02x", "net", '0', -5, ULONG_MAX,
                0xbeefUL, 7u);
    assert_string_equal(output,
                        "Solo5: net0 -5 18446744073709551615 0xbeef 07\n");
}

static void the_smallest_number_is_printed(void **state)
{
    (void)state;
    solo5_print(SOLO5_INFO, "%d %d %lx", INT_MIN, 0, 0UL);
    assert_string_equal(output, "Solo5: -2147483648 0 0\n");
}

static void what_is_less_urgent_than_the_level_is_not_printed(void **state)
{
    (void)state;
    solo5_print(SOLO5_DEBUG, "not seen");
    assert_string_equal(output, "");
    solo5_print(SOLO5_WARNING, "seen");
    assert_string_equal(output, "Solo5: seen\n");
}

static void an_abort_is_printed_at_any_level(void **state)
{
    (void)state;
    solo5_level = SOLO5_ERROR;
    solo5_print_abort("%s", "why");
    solo5_level = SOLO5_INFO;
    assert_string_equal(output, "Solo5: ABORT: why\n");
}

static void a_long_line_is_cut_and_says_so(void **state)
{
    char text[1000];

    (void)state;
    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    solo5_print(SOLO5_INFO, "%s", text);
    assert_int_equal(strlen(output), 320 + strlen("(truncated)\n"));
    assert_string_equal(output + 318, "xx(truncated)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_line_has_a_name_before_it, clear),
        cmocka_unit_test_setup(the_smallest_number_is_printed, clear),
        cmocka_unit_test_setup(
            what_is_less_urgent_than_the_level_is_not_printed, clear),
        cmocka_unit_test_setup(an_abort_is_printed_at_any_level, clear),
        cmocka_unit_test_setup(a_long_line_is_cut_and_says_so, clear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
