#include "sponge.h"
#include "test.h"
#include <string.h>

static void squeeze(const char *text, uint8_t *out, size_t size)
{
    struct solo5_sponge sponge = {0};

    solo5_sponge_absorb(&sponge, text, strlen(text));
    solo5_sponge_squeeze(&sponge, out, size);
}

static unsigned differing_bits(const uint8_t *a, const uint8_t *b, size_t size)
{
    unsigned bits = 0;

    for (size_t i = 0; i < size; i++)
        bits += (unsigned)__builtin_popcount(a[i] ^ b[i]);
    return bits;
}

static void the_same_input_gives_the_same_output(void **state)
{
    uint8_t a[100], b[100];

    (void)state;
    squeeze("seed", a, sizeof(a));
    squeeze("seed", b, sizeof(b));
    assert_memory_equal(a, b, sizeof(a));
}

/* Of 2048 bits about half: 1024, with a standard deviation of 23. */
static void one_bit_of_input_changes_half_of_the_output(void **state)
{
    uint8_t a[256], b[256];

    (void)state;
    squeeze("seed", a, sizeof(a));
    squeeze("seee", b, sizeof(b));
    assert_in_range(differing_bits(a, b, sizeof(a)), 850, 1200);
}

static void the_length_of_the_input_counts(void **state)
{
    struct solo5_sponge one = {0}, two = {0};
    uint8_t a[32], b[32];

    (void)state;
    solo5_sponge_absorb(&one, "\0", 1);
    solo5_sponge_absorb(&two, "\0\0", 2);
    solo5_sponge_squeeze(&one, a, sizeof(a));
    solo5_sponge_squeeze(&two, b, sizeof(b));
    assert_memory_not_equal(a, b, sizeof(a));
}

static void each_squeeze_gives_something_else(void **state)
{
    struct solo5_sponge sponge = {0};
    uint8_t a[32], b[32];

    (void)state;
    solo5_sponge_squeeze(&sponge, a, sizeof(a));
    solo5_sponge_squeeze(&sponge, b, sizeof(b));
    assert_memory_not_equal(a, b, sizeof(a));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_input_gives_the_same_output),
        cmocka_unit_test(one_bit_of_input_changes_half_of_the_output),
        cmocka_unit_test(the_length_of_the_input_counts),
        cmocka_unit_test(each_squeeze_gives_something_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
