#include "test.h"
#include <mirage/clock.h>
#include <time.h>

#define SECOND INT64_C(1000000000)

static void assert_date(int64_t ns, int year, int month, int day, int hour,
                        int minute, int second)
{
    struct mirage_date date = mirage_date_of_ns(ns);

    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
    assert_int_equal(date.hour, hour);
    assert_int_equal(date.minute, minute);
    assert_int_equal(date.second, second);
}

static void time_starts_in_1970(void **state)
{
    (void)state;
    assert_date(0, 1970, 1, 1, 0, 0, 0);
    assert_date(SECOND - 1, 1970, 1, 1, 0, 0, 0);
}

static void a_moment_before_1970_is_in_1969(void **state)
{
    (void)state;
    assert_date(-1, 1969, 12, 31, 23, 59, 59);
    assert_date(-SECOND, 1969, 12, 31, 23, 59, 59);
    assert_date(-SECOND - 1, 1969, 12, 31, 23, 59, 58);
}

static void the_date_in_the_tutorial_is_right(void **state)
{
    (void)state;
    assert_date(INT64_C(1486547684) * SECOND, 2017, 2, 8, 9, 54, 44);
}

static void leap_days_are_where_the_calendar_has_them(void **state)
{
    (void)state;
    assert_date(INT64_C(951782400) * SECOND, 2000, 2, 29, 0, 0, 0);
    assert_date(INT64_C(4107542399) * SECOND, 2100, 2, 28, 23, 59, 59);
    assert_date(INT64_C(4107542400) * SECOND, 2100, 3, 1, 0, 0, 0);
}

static void the_first_and_last_moments_have_a_date(void **state)
{
    (void)state;
    assert_date(INT64_MIN, 1677, 9, 21, 0, 12, 43);
    assert_date(INT64_MAX, 2262, 4, 11, 23, 47, 16);
}

/* Compared with the C library, in steps that hit every day and many hours. */
static void every_day_is_the_c_library_s(void **state)
{
    const int64_t step = INT64_C(86399), last = INT64_MAX / SECOND;

    (void)state;
    for (int64_t second = -last; second < last - step; second += step) {
        time_t time = second;
        struct tm tm;

        gmtime_r(&time, &tm);
        assert_date(second * SECOND + 7, tm.tm_year + 1900, tm.tm_mon + 1,
                    tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_starts_in_1970),
        cmocka_unit_test(a_moment_before_1970_is_in_1969),
        cmocka_unit_test(the_date_in_the_tutorial_is_right),
        cmocka_unit_test(leap_days_are_where_the_calendar_has_them),
        cmocka_unit_test(the_first_and_last_moments_have_a_date),
        cmocka_unit_test(every_day_is_the_c_library_s),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
