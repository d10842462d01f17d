/* Both clocks, as one suite checks them together. */
#include "conformance.h"
#include "mclock_floor.h"
#include "pclock_floor.h"
#include "test.h"
#include "time_floor.h"

static enum mirage_error check(void *unused)
{
    (void)unused;
    conformance_clock(mclock_floor_connect(), pclock_floor_connect(),
                      time_floor_connect());
    return MIRAGE_OK;
}

static void they_are_clocks(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(check, NULL), MIRAGE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_clocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
