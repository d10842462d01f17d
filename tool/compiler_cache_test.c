#include "compiler_cache.h"
#include "test.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char home[64];

static int set_up(void **state)
{
    (void)state;
    unsetenv("XDG_CACHE_HOME");
    unsetenv("CCACHE_DIR");
    unsetenv("CCACHE_DISABLE");
    strcpy(home, "/tmp/mirage-home-XXXXXX");
    return !mkdtemp(home) || setenv("HOME", home, 1);
}

static int tear_down(void **state)
{
    char command[128];

    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", home);
    return system(command);
}

static void assert_folder(const char *within)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", home, within);
    assert_string_equal(getenv("CCACHE_DIR"), path);
    assert_int_equal(access(path, W_OK), 0);
    assert_null(getenv("CCACHE_DISABLE"));
}

static void it_is_beside_what_else_is_kept(void **state)
{
    (void)state;
    compiler_cache_set_up();
    assert_folder(".cache/mirage/compiled");
}

static void it_follows_the_users_cache_folder(void **state)
{
    char path[128];

    (void)state;
    snprintf(path, sizeof(path), "%s/other place", home);
    setenv("XDG_CACHE_HOME", path, 1);
    compiler_cache_set_up();
    assert_folder("other place/mirage/compiled");
}

static void a_folder_of_the_users_own_stays(void **state)
{
    (void)state;
    setenv("CCACHE_DIR", "/mine", 1);
    compiler_cache_set_up();
    assert_string_equal(getenv("CCACHE_DIR"), "/mine");
    assert_null(getenv("CCACHE_DISABLE"));
}

static void there_is_none_where_there_can_be_no_folder(void **state)
{
    (void)state;
    setenv("HOME", "/dev/null", 1);
    compiler_cache_set_up();
    assert_string_equal(getenv("CCACHE_DISABLE"), "1");
    assert_null(getenv("CCACHE_DIR"));
}

static void nor_for_who_has_no_home(void **state)
{
    (void)state;
    unsetenv("HOME");
    compiler_cache_set_up();
    assert_string_equal(getenv("CCACHE_DISABLE"), "1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_is_beside_what_else_is_kept),
        TEST(it_follows_the_users_cache_folder),
        TEST(a_folder_of_the_users_own_stays),
        TEST(there_is_none_where_there_can_be_no_folder),
        TEST(nor_for_who_has_no_home),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
