/* Arguments become one line, and the guest makes the same arguments of it. */
#include "guest_args.h"
#include "test.h"
#include "words.h"
#include <stdlib.h>
#include <string.h>

#define ARGS(...) ((char *[]){__VA_ARGS__ __VA_OPT__(, ) NULL})

static void assert_line(char *const *args, bool quote, const char *expected)
{
    char line[256];

    assert_true(guest_args_join(args, quote, line, sizeof line));
    assert_string_equal(line, expected);
}

static void without_quoting_arguments_are_joined(void **state)
{
    (void)state;
    assert_line(ARGS(), false, "");
    assert_line(ARGS("a"), false, "a");
    assert_line(ARGS("a", "b c", "", "\"d\\"), false, "a b c  \"d\\");
}

static void with_quoting_their_bounds_are_kept(void **state)
{
    (void)state;
    assert_line(ARGS(), true, "");
    assert_line(ARGS("--hello=Hola!", "--x='1'"), true,
                "--hello=Hola! --x='1'");
    assert_line(ARGS("a b", "", "\"", "\\", "\n"), true,
                "a\\ b \"\" \\\" \\\\ \\\n");
}

static void a_line_that_does_not_fit_is_refused(void **state)
{
    char line[4] = "xxx";

    (void)state;
    assert_true(guest_args_join(ARGS("abc"), false, line, 4));
    assert_string_equal(line, "abc");
    assert_false(guest_args_join(ARGS("abcd"), false, line, 4));
    assert_false(guest_args_join(ARGS("a", "bc"), false, line, 4));
    assert_false(guest_args_join(ARGS("", ""), true, line, 4));
    assert_false(guest_args_join(ARGS("\"\""), true, line, 4));
    assert_false(guest_args_join(ARGS(), false, line, 0));
}

/* All characters that mean something, and one that does not. */
static void random_argument(char *argument)
{
    static const char characters[] = " \t\n\v\f\r\"\\'a";
    size_t size = (size_t)rand() % 8;

    for (size_t i = 0; i < size; i++)
        argument[i] = characters[(size_t)rand() % (sizeof characters - 1)];
    argument[size] = '\0';
}

static void the_guest_gets_what_was_given(void **state)
{
    enum { COUNT = 5 };
    char arguments[COUNT][8], *args[COUNT + 1] = {0}, line[256];
    char *words[sizeof line / 2 + 2];

    (void)state;
    for (int round = 0; round < 10000; round++) {
        for (int i = 0; i < COUNT; i++)
            random_argument(args[i] = arguments[i]);
        assert_true(guest_args_join(args, true, line, sizeof line));
        assert_int_equal(solo5_words_split(line, words), COUNT);
        for (int i = 0; i < COUNT; i++)
            assert_string_equal(words[i], args[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_quoting_arguments_are_joined),
        cmocka_unit_test(with_quoting_their_bounds_are_kept),
        cmocka_unit_test(a_line_that_does_not_fit_is_refused),
        cmocka_unit_test(the_guest_gets_what_was_given),
    };

    return cmocka_run_group_tests_name("guest_args", tests, NULL, NULL);
}
