#include "test.h"
#include <mirage/random.h>
#include <string.h>

/* A generator that gives the numbers of a list. */
struct listed {
    struct mirage_random base;
    const uint64_t *next;
};

static void listed_generate(struct mirage_random *random, void *data,
                            size_t size)
{
    struct listed *listed = (struct listed *)random;

    assert_int_equal(size, sizeof(*listed->next));
    memcpy(data, listed->next++, size);
}

static const struct mirage_random_ops listed_ops = {
    .generate = listed_generate,
};

static uint64_t below(uint64_t limit, const uint64_t *numbers, size_t used)
{
    struct listed listed = {{&listed_ops}, numbers};
    uint64_t result = mirage_random_below(&listed.base, limit);

    assert_int_equal(listed.next - numbers, used);
    return result;
}

static void a_number_is_taken_modulo_the_limit(void **state)
{
    (void)state;
    assert_int_equal(below(10, (uint64_t[]){57}, 1), 7);
    assert_int_equal(below(1, (uint64_t[]){57}, 1), 0);
}

/* 2^64 mod 10 is 6: one of the numbers 0 to 5 would be one too many. */
static void numbers_that_would_favour_some_are_thrown_away(void **state)
{
    (void)state;
    assert_int_equal(below(10, (uint64_t[]){5, 0, 6}, 3), 6);
}

static void every_number_serves_a_power_of_two(void **state)
{
    (void)state;
    assert_int_equal(below(1 << 20, (uint64_t[]){0}, 1), 0);
    assert_int_equal(below(UINT64_C(1) << 63, (uint64_t[]){UINT64_MAX}, 1),
                     UINT64_MAX >> 1);
}

static void the_largest_limit_works(void **state)
{
    (void)state;
    assert_int_equal(below(UINT64_MAX, (uint64_t[]){0, UINT64_MAX - 1}, 2),
                     UINT64_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_taken_modulo_the_limit),
        cmocka_unit_test(numbers_that_would_favour_some_are_thrown_away),
        cmocka_unit_test(every_number_serves_a_power_of_two),
        cmocka_unit_test(the_largest_limit_works),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
