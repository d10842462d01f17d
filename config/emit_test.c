/* Text as C literals, and names of keys in C. */
#include "keys.h"
#include "sources.h"
#include "test.h"
#include <string.h>

static void quote_escapes_what_c_does_not_take(void **state)
{
    (void)state;
    assert_string_equal(quote("disk.img"), "\"disk.img\"");
    assert_string_equal(quote("say \"hi\" \\ there\n"),
                        "\"say \\\"hi\\\" \\\\ there\\n\"");
    assert_string_equal(quote("a\t?\?="), "\"a\\011\\?\\?=\"");
    assert_string_equal(quote("né"), "\"né\"");
}

static void a_group_goes_before_the_name(void **state)
{
    static struct key key =
        STRING_KEY("kv_ro", "crunch", "Which.", .group = "my-data");

    (void)state;
    assert_string_equal(key_option_name(&key), "my-data-kv_ro");
    assert_string_equal(key_c_name(&key), "my_data_kv_ro");
}

static void defaults_are_text(void **state)
{
    static struct key number = INT64_KEY("n", -5, "N.");
    static struct key flag = FLAG_KEY("f", "F.");
    static struct key none = INT_KEY("o", 0, "O.", .optional = true);

    (void)state;
    assert_string_equal(key_default(&number), "-5");
    assert_string_equal(key_default(&flag), "false");
    assert_null(key_default(&none));
}

static void a_missing_folder_has_no_sources(void **state)
{
    (void)state;
    assert_null(sources_in("/no/such/folder")[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quote_escapes_what_c_does_not_take),
        cmocka_unit_test(a_group_goes_before_the_name),
        cmocka_unit_test(defaults_are_text),
        cmocka_unit_test(a_missing_folder_has_no_sources),
    };

    return cmocka_run_group_tests_name("emit", tests, NULL, NULL);
}
