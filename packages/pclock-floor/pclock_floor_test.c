#include "pclock_floor.h"
#include "test.h"
#include <mirage/fake.h>

static int set_up(void **state)
{
    (void)state;
    fake_reset();
    return 0;
}

static void it_tells_the_platform_s_time(void **state)
{
    struct mirage_pclock *pclock = pclock_floor_connect();

    (void)state;
    fake_set_wall_clock(-7);
    assert_int_equal(mirage_pclock_now_ns(pclock), -7);
    fake_advance(10);
    assert_int_equal(mirage_pclock_now_ns(pclock), 3);
}

static void it_tells_the_platform_s_zone_if_known(void **state)
{
    struct mirage_pclock *pclock = pclock_floor_connect();
    int seconds = 1;

    (void)state;
    assert_false(mirage_pclock_time_zone(pclock, &seconds));
    fake_set_time_zone(-90);
    assert_true(mirage_pclock_time_zone(pclock, &seconds));
    assert_int_equal(seconds, -5400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(it_tells_the_platform_s_time, set_up),
        cmocka_unit_test_setup(it_tells_the_platform_s_zone_if_known, set_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
