#define _GNU_SOURCE /* memmem */
/*
 * What goes into the generator and what stays in it: a platform of its own
 * counts the seeds.
 */
#include "chacha20.h"
#include "random_chacha.h"
#include "test.h"
#include <mirage/platform.h>
#include <stdlib.h>
#include <string.h>

static unsigned seeds;

void mirage_platform_entropy(void *data, size_t size)
{
    assert_int_equal(size, 32);
    memset(data, ++seeds, size);
}

static int set_up(void **state)
{
    (void)state;
    seeds = 0;
    return 0;
}

static void it_is_seeded_when_it_is_first_used(void **state)
{
    struct mirage_random *random = random_chacha_connect();
    uint8_t byte;

    (void)state;
    mirage_random_generate(random, &byte, 1);
    assert_int_equal(seeds, 1);
}

static void it_is_seeded_again_every_mebibyte(void **state)
{
    enum { SIZE = 1 << 20 };
    struct mirage_random *random = random_chacha_connect();
    uint8_t *data = malloc(SIZE);

    (void)state;
    for (unsigned i = 1; i < 5; i++) {
        mirage_random_generate(random, data, SIZE);
        assert_in_range(seeds, i, i + 1);
    }
    free(data);
}

/* A key may be guessed from what it makes only if it is still there. */
static void nothing_handed_out_stays_in_memory(void **state)
{
    struct mirage_random *random = random_chacha_connect();
    uint8_t data[32];
    const uint8_t *memory = (const uint8_t *)random;

    (void)state;
    for (int i = 0; i < 100; i++) {
        mirage_random_generate(random, data, sizeof(data));
        assert_null(memmem(memory, 512, data, 8));
    }
}

/* After a batch, the key that made it is gone. */
static void the_key_stream_cannot_be_made_again(void **state)
{
    static const uint32_t nonce[3];
    struct mirage_random *random = random_chacha_connect();
    uint8_t block[CHACHA20_BLOCK_SIZE], data[32];
    uint32_t key[8];

    (void)state;
    mirage_random_generate(random, data, sizeof(data));
    memcpy(key, random + 1, sizeof(key));
    for (uint32_t i = 0; i < 64; i++) {
        chacha20_block(key, i, nonce, block);
        assert_null(memmem(block, sizeof(block), data, 8));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(it_is_seeded_when_it_is_first_used, set_up),
        cmocka_unit_test_setup(it_is_seeded_again_every_mebibyte, set_up),
        cmocka_unit_test_setup(nothing_handed_out_stays_in_memory, set_up),
        cmocka_unit_test_setup(the_key_stream_cannot_be_made_again, set_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
