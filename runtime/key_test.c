/* What generated accessors of keys are made of. */
#include "test.h"
#include <mirage/unikernel.h>
#include <stdlib.h>

static void a_key_that_was_given_beats_the_default(void **state)
{
    struct mirage_option key = {.name = "hello"};

    (void)state;
    assert_string_equal(mirage_key_text(&key, "default"), "default");
    assert_null(mirage_key_text(&key, NULL));
    key.value = "given";
    assert_string_equal(mirage_key_text(&key, "default"), "given");
}

/* ---- lists ---- */

static void free_list(struct mirage_key_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
}

static void a_list_is_split_at_commas(void **state)
{
    struct mirage_key_list list = {0};

    (void)state;
    assert_ptr_equal(mirage_key_list(&list, NULL, "a,,bc"), &list);
    assert_int_equal(list.count, 3);
    assert_string_equal(list.items[0], "a");
    assert_string_equal(list.items[1], "");
    assert_string_equal(list.items[2], "bc");
    free_list(&list);
}

static void no_text_is_an_empty_list(void **state)
{
    struct mirage_key_list list = {0};

    (void)state;
    assert_int_equal(mirage_key_list(&list, NULL, NULL)->count, 0);
    assert_int_equal(mirage_key_list(&list, NULL, "")->count, 0);
}

static void a_list_is_made_once(void **state)
{
    struct mirage_key_list list = {0};
    char **items;

    (void)state;
    items = mirage_key_list(&list, NULL, "a,b")->items;
    assert_ptr_equal(mirage_key_list(&list, NULL, "a,b")->items, items);
    assert_int_equal(list.count, 2);
    free_list(&list);
}

static void the_values_of_a_repeated_option_are_not_split(void **state)
{
    struct mirage_option_value second = {"c", NULL}, first = {"a,b", &second};
    struct mirage_key_list list = {0};

    (void)state;
    mirage_key_list(&list, &first, "c");
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0], "a,b");
    assert_string_equal(list.items[1], "c");
    free_list(&list);
}

/* ---- pairs ---- */

static void free_pair(struct mirage_key_pair *pair)
{
    free(pair->first);
    free(pair->second);
}

static void a_pair_is_split_at_the_first_colon(void **state)
{
    struct mirage_key_pair pair = {0};

    (void)state;
    mirage_key_pair(&pair, "a:b:c", NULL);
    assert_string_equal(pair.first, "a");
    assert_string_equal(pair.second, "b:c");
    free_pair(&pair);
}

static const char *check_two_letters(const char *text)
{
    return text[0] && text[1] ? NULL : "two letters";
}

static void a_pair_is_split_where_the_first_value_is_right(void **state)
{
    struct mirage_key_pair pair = {0};

    (void)state;
    mirage_key_pair(&pair, "a:b:c", check_two_letters);
    assert_string_equal(pair.first, "a:b");
    assert_string_equal(pair.second, "c");
    free_pair(&pair);
}

static void a_missing_pair_stays_empty(void **state)
{
    struct mirage_key_pair pair = {0};

    (void)state;
    mirage_key_pair(&pair, NULL, NULL);
    assert_null(pair.first);
    assert_null(pair.second);
}

/* ---- errors ---- */

static void every_error_has_a_text_of_its_own(void **state)
{
    (void)state;
    for (int i = MIRAGE_OK; i <= MIRAGE_FAILED; i++) {
        assert_non_null(mirage_error_text(i));
        for (int j = MIRAGE_OK; j < i; j++)
            assert_string_not_equal(mirage_error_text(i), mirage_error_text(j));
    }
    assert_string_equal(mirage_error_text(MIRAGE_TIMED_OUT), "timed out");
    assert_string_equal(mirage_error_text(MIRAGE_FAILED + 1), "unknown error");
    assert_string_equal(mirage_error_text(-1), "unknown error");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_that_was_given_beats_the_default),
        cmocka_unit_test(a_list_is_split_at_commas),
        cmocka_unit_test(no_text_is_an_empty_list),
        cmocka_unit_test(a_list_is_made_once),
        cmocka_unit_test(the_values_of_a_repeated_option_are_not_split),
        cmocka_unit_test(a_pair_is_split_at_the_first_colon),
        cmocka_unit_test(a_pair_is_split_where_the_first_value_is_right),
        cmocka_unit_test(a_missing_pair_stays_empty),
        cmocka_unit_test(every_error_has_a_text_of_its_own),
    };

    return cmocka_run_group_tests_name("key", tests, NULL, NULL);
}
