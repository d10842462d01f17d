#include "kv_key.h"
#include "test.h"
#include <string.h>

static void check(const char *key, const char *wanted)
{
    char plain[MIRAGE_KV_KEY_MAX + 1];

    assert_true(mirage_kv_plain_key(key, plain));
    assert_string_equal(plain, wanted);
}

static void slashes_too_many_change_nothing(void **state)
{
    (void)state;
    check("", "");
    check("/", "");
    check("///", "");
    check("a", "a");
    check("/a/b", "a/b");
    check("//a///b//", "a/b");
}

static void names_may_be_odd(void **state)
{
    (void)state;
    check("/.hidden/..a/...", ".hidden/..a/...");
    check("a b/\xff\n\"", "a b/\xff\n\"");
}

static void no_key_leads_out_of_the_store(void **state)
{
    static const char *const keys[] = {".",    "..",       "../x", "a/..",
                                       "a/./", "//a/../b", "/.."};
    char plain[MIRAGE_KV_KEY_MAX + 1];

    (void)state;
    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
        assert_false(mirage_kv_plain_key(keys[i], plain));
}

static void a_key_has_room_or_is_refused(void **state)
{
    char key[MIRAGE_KV_KEY_MAX + 3] = "/", plain[MIRAGE_KV_KEY_MAX + 1];

    (void)state;
    memset(key + 1, 'x', MIRAGE_KV_KEY_MAX);
    check(key, key + 1);
    key[MIRAGE_KV_KEY_MAX - 1] = '/';
    check(key, key + 1);
    key[MIRAGE_KV_KEY_MAX + 1] = 'x';
    assert_false(mirage_kv_plain_key(key, plain));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slashes_too_many_change_nothing),
        cmocka_unit_test(names_may_be_odd),
        cmocka_unit_test(no_key_leads_out_of_the_store),
        cmocka_unit_test(a_key_has_room_or_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
