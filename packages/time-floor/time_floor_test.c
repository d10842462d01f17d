#include "conformance.h"
#include "test.h"
#include "time_floor.h"

static enum mirage_error check(void *unused)
{
    (void)unused;
    conformance_time(time_floor_connect());
    return MIRAGE_OK;
}

static void it_is_a_timer(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(check, NULL), MIRAGE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_a_timer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
