/*
 * What chance could do, it could do to a good generator: bounds are so far out
 * that it would take some million years of tests.
 */
#include "conformance.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { MEBIBYTE = 1 << 20 };

static void just_the_bytes_asked_for_are_written(struct mirage_random *random)
{
    uint8_t data[1200];

    for (size_t size = 0; size < 1000; size += 1 + size / 8) {
        memset(data, 0, sizeof(data));
        mirage_random_generate(random, data + 100, size);
        for (size_t i = 0; i < sizeof(data); i++)
            assert(data[i] == 0 || (i >= 100 && i < 100 + size));
    }
}

static void every_byte_is_written(struct mirage_random *random)
{
    uint8_t data[777], seen[777] = {0};

    for (int round = 0; round < 20; round++) {
        memset(data, 0, sizeof(data));
        mirage_random_generate(random, data, sizeof(data));
        for (size_t i = 0; i < sizeof(data); i++)
            seen[i] |= data[i];
    }
    assert(memchr(seen, 0, sizeof(seen)) == NULL);
}

static void nothing_comes_twice(struct mirage_random *random)
{
    uint8_t keys[64][16];

    for (int i = 0; i < 64; i++) {
        mirage_random_generate(random, keys[i], sizeof(keys[i]));
        for (int j = 0; j < i; j++)
            assert(memcmp(keys[i], keys[j], sizeof(keys[i])) != 0);
    }
}

/* The sum over all values of (count - expected)^2 / expected is 255 or so;
 * its standard deviation is about 23. */
static void all_values_come_as_often(struct mirage_random *random)
{
    const double expected = 3.0 * MEBIBYTE / 256;
    uint8_t *data = malloc(3 * MEBIBYTE);
    size_t counts[256] = {0};
    double sum = 0;

    assert(data);
    mirage_random_generate(random, data, 3 * MEBIBYTE);
    for (size_t i = 0; i < 3 * MEBIBYTE; i++)
        counts[data[i]]++;
    for (int i = 0; i < 256; i++)
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    assert(sum > 120 && sum < 450);
    free(data);
}

static void a_number_is_below_its_limit(struct mirage_random *random)
{
    for (uint64_t limit = 1; limit; limit *= 2)
        for (int i = 0; i < 20; i++)
            assert(mirage_random_below(random, limit) < limit);
}

static void a_die_shows_all_its_sides(struct mirage_random *random)
{
    unsigned seen = 0;

    for (int i = 0; i < 400; i++)
        seen |= 1u << mirage_random_below(random, 6);
    assert(seen == 0x3f);
}

void conformance_random(struct mirage_random *random)
{
    just_the_bytes_asked_for_are_written(random);
    every_byte_is_written(random);
    nothing_comes_twice(random);
    all_values_come_as_often(random);
    a_number_is_below_its_limit(random);
    a_die_shows_all_its_sides(random);
}
