/* What mirage_format writes is what the host's printf does. */
#include "format.h"
#include "test.h"
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wformat"
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"

enum { ROOM = 4096 };

static char written[ROOM + 1];

static size_t write_format(const char *format, ...)
{
    struct text text = mirage_text(written, ROOM);
    va_list args;

    va_start(args, format);
    mirage_format(&text, format, args);
    va_end(args);
    *text.at = '\0';
    return text.at - text.start + text.cut;
}

/* The same from both, with any values. */
#define assert_same(...)                                                       \
    do {                                                                       \
        char expected[ROOM + 1];                                               \
        size_t size = snprintf(expected, sizeof(expected), __VA_ARGS__);       \
                                                                               \
        assert_int_equal(write_format(__VA_ARGS__), size);                     \
        assert_string_equal(written, expected);                                \
    } while (0)

static void text_without_conversions_stays(void **state)
{
    (void)state;
    assert_same("%s", "");
    assert_same("sheep");
    assert_same("100%% of %%sheep%%");
}

/* Every flag, width and precision, with a letter. */
static const char *const modifiers[] = {
    "",     "-",     "+",     " ",     "#",     "0",      "-0",      "+ ",
    "+0",   "#0",    "-#",    " 0",    "+-#0",  "1",      "7",       "30",
    "-30",  "030",   "+30",   "#30",   "#030",  " 030",   ".",       ".0",
    ".1",   ".2",    ".5",    ".12",   ".25",   "30.5",   "-30.5",   "030.5",
    "+.3",  "#.0",   "#.4",   "+30.0", "-9.1",  "-#9.1",  "#09.3",   "+0.9",
    "7.20", "40.20", "-40.1", "0.0",   "+ #.3", "040.25", "#040.25",
};

enum { MODIFIERS = sizeof(modifiers) / sizeof(modifiers[0]) };

/* "%", a modifier and the end. */
static const char *make_format(int modifier, const char *end)
{
    static char format[32];

    snprintf(format, sizeof(format), "[%%%s%s]", modifiers[modifier], end);
    return format;
}

/* ---- whole numbers ---- */

static const int64_t numbers[] = {
    0,
    1,
    -1,
    7,
    8,
    9,
    10,
    -10,
    99,
    100,
    127,
    128,
    -128,
    -129,
    255,
    256,
    32767,
    32768,
    -32768,
    65535,
    65536,
    123456789,
    INT32_MAX,
    INT32_MIN,
    INT64_MAX,
    INT64_MIN,
    UINT32_MAX,
    0x5a5a5a5a,
    -0x5a5a5a5a5a5a5a5a,
};

enum { NUMBERS = sizeof(numbers) / sizeof(numbers[0]) };

static void assert_same_numbers(int modifier, int64_t n)
{
    static const char letters[] = "diuoxX";

    for (const char *letter = letters; *letter; letter++) {
        assert_same(make_format(modifier, (char[]){*letter, 0}), (int)n);
        assert_same(make_format(modifier, (char[]){'l', *letter, 0}), n);
        assert_same(make_format(modifier, (char[]){'j', *letter, 0}), n);
        assert_same(make_format(modifier, (char[]){'z', *letter, 0}), n);
        assert_same(make_format(modifier, (char[]){'t', *letter, 0}), n);
        assert_same(make_format(modifier, (char[]){'l', 'l', *letter, 0}), n);
        assert_same(make_format(modifier, (char[]){'h', *letter, 0}), (int)n);
        assert_same(make_format(modifier, (char[]){'h', 'h', *letter, 0}),
                    (int)n);
    }
}

static void numbers_are_as_in_printf(void **state)
{
    (void)state;
    for (int i = 0; i < MODIFIERS; i++)
        for (int j = 0; j < NUMBERS; j++)
            assert_same_numbers(i, numbers[j]);
}

static void widths_and_precisions_can_be_values(void **state)
{
    (void)state;
    for (int width = -12; width <= 12; width++)
        for (int precision = -3; precision <= 12; precision++) {
            assert_same("[%*d]", width, 1234);
            assert_same("[%*.*d]", width, precision, 1234);
            assert_same("[%-*.*x]", width, precision, 1234);
            assert_same("[%0*.*s]", width, precision, "sheep");
            assert_same("[%0*.*f]", width, precision, 1234.5678);
        }
}

static void pointers_are_hexadecimal(void **state)
{
    (void)state;
    assert_same("[%p]", (void *)0x1234abcd);
    assert_same("[%30p]", (void *)UINTPTR_MAX);
    write_format("%p", NULL);
    assert_string_equal(written, "0x0"); /* the host may say "(nil)" */
}

/* ---- texts ---- */

static void texts_are_as_in_printf(void **state)
{
    (void)state;
    for (int i = 0; i < MODIFIERS; i++) {
        assert_same(make_format(i, "s"), "");
        assert_same(make_format(i, "s"), "a");
        assert_same(make_format(i, "s"), "a number of sheep over a fence");
    }
    write_format("%s", (char *)NULL);
    assert_string_equal(written, "(null)");
    assert_same("%c%c%5c|%-5c|%c", 'a', 0xe9, 'b', 'c', '%');
}

static void a_text_is_not_read_past_its_precision(void **state)
{
    const char letters[3] = {'a', 'b', 'c'};

    (void)state;
    write_format("%.3s%.*s", letters, 2, letters);
    assert_string_equal(written, "abcab");
}

/* ---- floating-point numbers ---- */

static const double floats[] = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    1.5,
    2.5,
    3.5,
    0.25,
    0.125,
    0.375,
    0.1,
    0.2,
    0.3,
    1.0 / 3,
    2.0 / 3,
    9.5,
    9.95,
    9.995,
    99.5,
    999.5,
    9.9999995,
    99999.95,
    999999.5,
    1e5,
    1e6,
    123456.0,
    1234567.0,
    1e-4,
    1e-5,
    0.00012345,
    1e15,
    1e16,
    1e17,
    1e21,
    1e22,
    1e23,
    1e100,
    1e-100,
    1e300,
    1e-300,
    DBL_MAX,
    DBL_MIN,
    4.9406564584124654e-324,
    2.2250738585072009e-308,
    DBL_EPSILON,
    3.14159265358979,
    2.718281828459045,
    6.02214076e23,
    -273.15,
    1048576.0,
    4503599627370496.5,
    9007199254740993.0,
    INFINITY,
    -INFINITY,
    NAN,
    0.045,
    1.005,
    1e-7,
    12345678.9,
};

enum { FLOATS = sizeof(floats) / sizeof(floats[0]) };

/* Glibc 2.36 forgets the zeroes of "%#g" where rounding adds a digit. */
static bool host_may_be_wrong(int modifier, char letter)
{
    return strchr(modifiers[modifier], '#') && strchr("gG", letter);
}

static void floats_are_as_in_printf(void **state)
{
    (void)state;
    for (int i = 0; i < MODIFIERS; i++)
        for (int j = 0; j < FLOATS; j++)
            for (const char *letter = "fFeEgG"; *letter; letter++)
                if (!host_may_be_wrong(i, *letter))
                    assert_same(make_format(i, (char[]){*letter, 0}),
                                floats[j]);
}

static void assert_written(const char *format, double value, const char *text)
{
    write_format(format, value);
    assert_string_equal(written, text);
}

static void the_zeroes_of_g_can_be_kept(void **state)
{
    (void)state;
    assert_written("%#g", 1.0, "1.00000");
    assert_written("%#g", 0.0, "0.00000");
    assert_written("%#g", 999999.5, "1.00000e+06");
    assert_written("%#.3g", 999.5, "1.00e+03");
    assert_written("%#.3g", 100.0, "100.");
    assert_written("%#.0G", 5e-7, "5.E-07");
    assert_written("%#.4g", 0.0001, "0.0001000");
}

static void every_place_of_a_float_can_be_seen(void **state)
{
    (void)state;
    assert_same("%.1100f", 4.9406564584124654e-324);
    assert_same("%.1074e", DBL_MIN / 3);
    assert_same("%.400f", DBL_MAX);
    assert_same("%.1500f", 0.1);
    assert_same("%.0f", DBL_MAX);
    assert_same("%.1200g", 1e-300);
}

static void halves_go_to_the_even_digit(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        assert_same("%.0f %.1f %.2f", i + 0.5, i / 4.0, i / 8.0);
        assert_same("%.0e %.1e %.2e", i + 0.5, i / 4.0, i / 8.0);
        assert_same("%.1g %.2g %.3g", i + 0.5, i / 4.0, i / 8.0);
    }
}

static void a_long_double_is_taken_as_a_double(void **state)
{
    (void)state;
    assert_same("%Lf %d", 0.5L, 7);
    assert_same("%.3Lg%s", 1e10L, "!");
}

/* ---- what is not supported ---- */

static void others_stay_and_their_values_are_skipped(void **state)
{
    (void)state;
    write_format("%a %5.2A%d", 1.0, 2.0, 7);
    assert_string_equal(written, "%a %5.2A7");
    write_format("%ls %-3lc%d", L"a", L'b', 7);
    assert_string_equal(written, "%ls %-3lc7");
    write_format("%n%d%m%y", (int *)NULL, 7);
    assert_string_equal(written, "%n7%m%y");
    write_format("%d%", 7);
    assert_string_equal(written, "7%");
    write_format("%-+05.3l");
    assert_string_equal(written, "%-+05.3l");
}

static void what_does_not_fit_is_counted(void **state)
{
    char memory[4];
    struct text text = mirage_text(memory, sizeof(memory));

    (void)state;
    assert_int_equal(write_format("%2000000000d", 1), 2000000000);
    assert_int_equal(write_format("%.2000000f", 1.0), 2000002);
    assert_int_equal(write_format("%.*g", INT_MAX, 0.0001), 68);
    assert_int_equal(write_format("%#.*g", INT_MAX, 0.0001), (1 << 30) + 5);
    assert_int_equal(write_format("%*d", INT_MIN, 1), (size_t)1 << 31);
    mirage_text_add(&text, "sheep");
    assert_int_equal(text.cut, 1);
    assert_memory_equal(memory, "shee", 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_without_conversions_stays),
        cmocka_unit_test(numbers_are_as_in_printf),
        cmocka_unit_test(widths_and_precisions_can_be_values),
        cmocka_unit_test(pointers_are_hexadecimal),
        cmocka_unit_test(texts_are_as_in_printf),
        cmocka_unit_test(a_text_is_not_read_past_its_precision),
        cmocka_unit_test(floats_are_as_in_printf),
        cmocka_unit_test(the_zeroes_of_g_can_be_kept),
        cmocka_unit_test(every_place_of_a_float_can_be_seen),
        cmocka_unit_test(halves_go_to_the_even_digit),
        cmocka_unit_test(a_long_double_is_taken_as_a_double),
        cmocka_unit_test(others_stay_and_their_values_are_skipped),
        cmocka_unit_test(what_does_not_fit_is_counted),
    };

    return cmocka_run_group_tests_name("format", tests, NULL, NULL);
}
