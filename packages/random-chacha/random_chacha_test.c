#include "conformance.h"
#include "random_chacha.h"
#include "test.h"

static enum mirage_error check(void *unused)
{
    (void)unused;
    conformance_random(random_chacha_connect());
    return MIRAGE_OK;
}

static void it_is_a_generator(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(check, NULL), MIRAGE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_a_generator),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
