#include "app_info.h"
#include "test.h"

static void it_tells_what_it_was_told(void **state)
{
    static const char *const packages[] = {"app-info", "time-floor", NULL};
    const struct mirage_info info = {"hello", "unix", packages};
    struct mirage_info *connected = app_info_connect(&info);

    (void)state;
    assert_string_equal(connected->name, "hello");
    assert_string_equal(connected->target, "unix");
    assert_string_equal(connected->packages[1], "time-floor");
    assert_null(connected->packages[2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_tells_what_it_was_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
