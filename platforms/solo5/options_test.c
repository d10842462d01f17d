#include "options.h"
#include "test.h"

static void expect(const char *line, const char *rest, enum solo5_level level)
{
    enum solo5_level found = SOLO5_INFO;

    assert_string_equal(solo5_options_parse(line, &found), rest);
    assert_int_equal(found, level);
}

static void leading_options_are_taken(void **state)
{
    (void)state;
    expect("--solo5:quiet", "", SOLO5_ERROR);
    expect("--solo5:error a", "a", SOLO5_ERROR);
    expect("  --solo5:warn\t a  b", "a  b", SOLO5_WARNING);
    expect("--solo5:info x", "x", SOLO5_INFO);
    expect("--solo5:debug", "", SOLO5_DEBUG);
}

static void the_last_of_several_counts(void **state)
{
    (void)state;
    expect("--solo5:quiet --solo5:debug --hello=x", "--hello=x", SOLO5_DEBUG);
}

static void other_words_are_left_alone(void **state)
{
    (void)state;
    expect("", "", SOLO5_INFO);
    expect("  x --solo5:quiet", "x --solo5:quiet", SOLO5_INFO);
    expect("--solo5:bogus", "--solo5:bogus", SOLO5_INFO);
    expect("--solo5:quiets", "--solo5:quiets", SOLO5_INFO);
    expect("--solo5:", "--solo5:", SOLO5_INFO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leading_options_are_taken),
        cmocka_unit_test(the_last_of_several_counts),
        cmocka_unit_test(other_words_are_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
