#include "conformance.h"
#include "console_floor.h"
#include "test.h"
#include <mirage/fake.h>
#include <mirage/task.h>

static enum mirage_error check(void *unused)
{
    (void)unused;
    conformance_console(console_floor_connect());
    return MIRAGE_OK;
}

static void it_writes_to_the_platform_s_console(void **state)
{
    (void)state;
    fake_reset();
    assert_int_equal(mirage_run(check, NULL), MIRAGE_OK);
    assert_string_equal(fake_console(), conformance_console_text);
    assert_string_equal(fake_log(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_writes_to_the_platform_s_console),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
