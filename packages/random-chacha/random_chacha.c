/*
 * `pool` holds key stream that has not been handed out yet; what has is wiped
 * at once, and so is the key that made it, so nothing in memory leads back.
 */
#include "random_chacha.h"
#include "chacha20.h"
#include <mirage/platform.h>
#include <string.h>

enum {
    KEY_SIZE = CHACHA20_KEY_WORDS * sizeof(uint32_t),
    POOL_SIZE = 8 * CHACHA20_BLOCK_SIZE,
    RESEED_INTERVAL = 1 << 20, /* bytes */
};

struct random_chacha {
    struct mirage_random base;
    uint32_t key[CHACHA20_KEY_WORDS];
    uint8_t pool[POOL_SIZE];
    size_t left;       /* bytes at the end of the pool */
    size_t until_seed; /* bytes to hand out before new entropy */
};

static void reseed(struct random_chacha *random)
{
    uint32_t seed[CHACHA20_KEY_WORDS];

    mirage_platform_entropy(seed, sizeof(seed));
    for (int i = 0; i < CHACHA20_KEY_WORDS; i++)
        random->key[i] ^= seed[i];
    explicit_bzero(seed, sizeof(seed));
    random->until_seed = RESEED_INTERVAL;
}

/* The first bytes of the pool become the key for the next. */
static void refill(struct random_chacha *random)
{
    static const uint32_t nonce[3];

    if (random->until_seed < POOL_SIZE)
        reseed(random);
    for (uint32_t i = 0; i < POOL_SIZE / CHACHA20_BLOCK_SIZE; i++)
        chacha20_block(random->key, i, nonce,
                       random->pool + i * CHACHA20_BLOCK_SIZE);
    memcpy(random->key, random->pool, KEY_SIZE);
    explicit_bzero(random->pool, KEY_SIZE);
    random->left = POOL_SIZE - KEY_SIZE;
    random->until_seed -= random->left;
}

static void random_chacha_generate(struct mirage_random *base, void *data,
                                   size_t size)
{
    struct random_chacha *random = (struct random_chacha *)base;
    uint8_t *to = data;

    while (size > 0) {
        if (random->left == 0)
            refill(random);

        size_t part = size < random->left ? size : random->left;
        uint8_t *from = random->pool + POOL_SIZE - random->left;
        memcpy(to, from, part);
        explicit_bzero(from, part);
        random->left -= part;
        to += part;
        size -= part;
    }
}

static const struct mirage_random_ops random_chacha_ops = {
    .generate = random_chacha_generate,
};

struct mirage_random *random_chacha_connect(void)
{
    static struct random_chacha random = {.base = {&random_chacha_ops}};

    random.left = 0;
    random.until_seed = 0;
    return &random.base;
}
