#include "duration.h"
#include "test.h"
#include <math.h>

static void units_become_nanoseconds(void **state)
{
    (void)state;
    assert_int_equal(duration_of_us(2), 2000);
    assert_int_equal(duration_of_ms(2), 2000000);
    assert_int_equal(duration_of_sec(2), 2000000000);
    assert_int_equal(duration_of_min(2), 120000000000);
    assert_int_equal(duration_of_hour(2), 7200000000000);
    assert_int_equal(duration_of_day(2), 172800000000000);
    assert_int_equal(duration_of_year(2), 63072000000000000);
}

static void what_does_not_fit_is_for_ever(void **state)
{
    (void)state;
    assert_int_equal(duration_of_year(584),
                     UINT64_C(584) * 31536000 * 1000000000);
    assert_int_equal(duration_of_year(585), UINT64_MAX);
    assert_int_equal(duration_of_us(UINT64_MAX), UINT64_MAX);
    assert_int_equal(duration_of_float(1e30), UINT64_MAX);
    assert_int_equal(duration_of_float(INFINITY), UINT64_MAX);
}

static void fractions_of_a_second_become_nanoseconds(void **state)
{
    (void)state;
    assert_int_equal(duration_of_float(1.5), 1500000000);
    assert_int_equal(duration_of_float(0), 0);
    assert_int_equal(duration_of_float(-1), 0);
    assert_int_equal(duration_of_float(NAN), 0);
    assert_true(duration_to_float(1500000000) == 1.5);
}

static void nanoseconds_become_whole_units(void **state)
{
    uint64_t ns = duration_of_year(1) - 1;

    (void)state;
    assert_int_equal(duration_to_us(1999), 1);
    assert_int_equal(duration_to_ms(1999999), 1);
    assert_int_equal(duration_to_sec(ns), 365 * 86400 - 1);
    assert_int_equal(duration_to_min(ns), 365 * 1440 - 1);
    assert_int_equal(duration_to_hour(ns), 365 * 24 - 1);
    assert_int_equal(duration_to_day(ns), 364);
    assert_int_equal(duration_to_year(ns), 0);
    assert_int_equal(duration_to_year(ns + 1), 1);
}

static void assert_printed(uint64_t ns, const char *text)
{
    assert_string_equal(duration_print(ns).text, text);
}

static void short_times_have_three_digits(void **state)
{
    (void)state;
    assert_printed(0, "0ns");
    assert_printed(999, "999ns");
    assert_printed(1000, "1.00us");
    assert_printed(1239, "1.23us");
    assert_printed(45678, "45.6us");
    assert_printed(999999, "999us");
    assert_printed(1000000, "1.00ms");
    assert_printed(duration_of_ms(1500), "1.50s");
    assert_printed(duration_of_min(1) - 1, "59.9s");
}

static void long_times_have_two_units(void **state)
{
    (void)state;
    assert_printed(duration_of_min(1), "1m00s");
    assert_printed(duration_of_sec(125), "2m05s");
    assert_printed(duration_of_hour(1) - 1, "59m59s");
    assert_printed(duration_of_min(200), "3h20m");
    assert_printed(duration_of_hour(97), "4d01h");
    assert_printed(duration_of_day(365), "1y0d");
    assert_printed(UINT64_MAX, "584y343d");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_become_nanoseconds),
        cmocka_unit_test(what_does_not_fit_is_for_ever),
        cmocka_unit_test(fractions_of_a_second_become_nanoseconds),
        cmocka_unit_test(nanoseconds_become_whole_units),
        cmocka_unit_test(short_times_have_three_digits),
        cmocka_unit_test(long_times_have_two_units),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
