#include "test.h"
#include "words.h"
#include <stdlib.h>
#include <string.h>

/* The words of `line`, each in brackets; NULL if it does not end well. */
static const char *split(const char *line)
{
    static char shown[256];
    char *copy = strdup(line);
    char **words = calloc(solo5_words_room(line), sizeof(*words));
    int count = solo5_words_split(copy, words);

    shown[0] = '\0';
    for (int i = 0; i < count; i++) {
        strcat(shown, "[");
        strcat(shown, words[i]);
        strcat(shown, "]");
    }
    if (count >= 0)
        assert_null(words[count]);
    free(copy);
    free(words);
    return count < 0 ? NULL : shown;
}

static void blanks_separate_words(void **state)
{
    (void)state;
    assert_string_equal(split("a bc  \t d"), "[a][bc][d]");
    assert_string_equal(split(" \v\f\r\n"), "");
    assert_string_equal(split(""), "");
}

static void a_backslash_takes_the_next_character_as_it_is(void **state)
{
    (void)state;
    assert_string_equal(split("f\\ oo b\\\"r baz"), "[f oo][b\"r][baz]");
    assert_string_equal(split("\\\\ \\n"), "[\\][n]");
}

static void quotes_keep_blanks(void **state)
{
    (void)state;
    assert_string_equal(split("foo \"bar\" baz"), "[foo][bar][baz]");
    assert_string_equal(split("foo bar\"b e\"boo baz"),
                        "[foo][barb eboo][baz]");
    assert_string_equal(split("--hello=\"Hello, \\\"World\\\"\" x"),
                        "[--hello=Hello, \"World\"][x]");
}

static void empty_quotes_are_a_word(void **state)
{
    (void)state;
    assert_string_equal(split("\"\" a \"\""), "[][a][]");
}

static void a_line_that_does_not_end_is_refused(void **state)
{
    (void)state;
    assert_null(split("a \"b"));
    assert_null(split("a\\"));
    assert_null(split("\"a\\\""));
}

static void there_is_room_for_the_most_words(void **state)
{
    (void)state;
    assert_string_equal(split("a b c d e"), "[a][b][c][d][e]");
    assert_int_equal(solo5_words_room("a"), 2);
    assert_int_equal(solo5_words_room("a b"), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_separate_words),
        cmocka_unit_test(a_backslash_takes_the_next_character_as_it_is),
        cmocka_unit_test(quotes_keep_blanks),
        cmocka_unit_test(empty_quotes_are_a_word),
        cmocka_unit_test(a_line_that_does_not_end_is_refused),
        cmocka_unit_test(there_is_room_for_the_most_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
