#include "conformance.h"
#include "kv_crunch.h"
#include "static_kv.h"
#include "test.h"
#include <string.h>

static void it_is_a_store(void **state)
{
    struct mirage_kv_ro *kv = kv_crunch_connect(&static_kv);

    (void)state;
    conformance_kv_ro(kv);
    mirage_kv_disconnect(kv);
}

static void keys_are_sorted(void **state)
{
    (void)state;
    for (size_t i = 1; i < static_kv.count; i++)
        assert_true(
            strcmp(static_kv.entries[i - 1].key, static_kv.entries[i].key) < 0);
}

/* ---- folders without files, which a repository does not keep ---- */

static void count(const char *name, enum mirage_kv_kind kind, void *counter)
{
    assert_string_equal(name, "hollow");
    assert_int_equal(kind, MIRAGE_KV_DICT);
    ++*(int *)counter;
}

static void an_empty_folder_is_a_dictionary(void **state)
{
    static const struct kv_crunch_entry entries[] = {{"hollow/", 0, 0}};
    static const struct kv_crunch_folder folder = {entries, 1};
    struct mirage_kv_ro *kv = kv_crunch_connect(&folder);
    enum mirage_kv_kind kind;
    int counter = 0;

    (void)state;
    assert_int_equal(mirage_kv_exists(kv, "hollow", &kind), MIRAGE_OK);
    assert_int_equal(kind, MIRAGE_KV_DICT);
    assert_int_equal(mirage_kv_list(kv, "hollow", count, &counter), MIRAGE_OK);
    assert_int_equal(counter, 0);
    assert_int_equal(mirage_kv_list(kv, "", count, &counter), MIRAGE_OK);
    assert_int_equal(counter, 1);
    mirage_kv_disconnect(kv);
}

static void a_store_may_be_empty(void **state)
{
    static const struct kv_crunch_entry none[1];
    static const struct kv_crunch_folder folder = {none, 0};
    struct mirage_kv_ro *kv = kv_crunch_connect(&folder);
    enum mirage_kv_kind kind;
    int counter = 0;

    (void)state;
    assert_int_equal(mirage_kv_exists(kv, "", &kind), MIRAGE_OK);
    assert_int_equal(kind, MIRAGE_KV_DICT);
    assert_int_equal(mirage_kv_exists(kv, "a", &kind), MIRAGE_OK);
    assert_int_equal(kind, MIRAGE_KV_NOTHING);
    assert_int_equal(mirage_kv_list(kv, "/", count, &counter), MIRAGE_OK);
    assert_int_equal(counter, 0);
    mirage_kv_disconnect(kv);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_a_store),
        cmocka_unit_test(keys_are_sorted),
        cmocka_unit_test(an_empty_folder_is_a_dictionary),
        cmocka_unit_test(a_store_may_be_empty),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
