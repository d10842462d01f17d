#include "chacha20.h"
#include <assert.h>
#include <string.h>

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
              "words go into the block as they are");

static inline void step(uint32_t *a, uint32_t b, uint32_t *d, int bits)
{
    *a += b;
    *d ^= *a;
    *d = *d << bits | *d >> (32 - bits);
}

static inline void quarter_round(uint32_t *a, uint32_t *b, uint32_t *c,
                                 uint32_t *d)
{
    step(a, *b, d, 16);
    step(c, *d, b, 12);
    step(a, *b, d, 8);
    step(c, *d, b, 7);
}

static void double_round(uint32_t x[16])
{
    for (int i = 0; i < 4; i++)
        quarter_round(&x[i], &x[4 + i], &x[8 + i], &x[12 + i]);
    for (int i = 0; i < 4; i++)
        quarter_round(&x[i], &x[4 + (i + 1) % 4], &x[8 + (i + 2) % 4],
                      &x[12 + (i + 3) % 4]);
}

void chacha20_block(const uint32_t key[CHACHA20_KEY_WORDS], uint32_t counter,
                    const uint32_t nonce[3], uint8_t block[CHACHA20_BLOCK_SIZE])
{
    const uint32_t start[16] = {
        0x61707865, 0x3320646e, 0x79622d32, 0x6b206574, /* expand 32-byte k */
        key[0],     key[1],     key[2],     key[3],     key[4],   key[5],
        key[6],     key[7],     counter,    nonce[0],   nonce[1], nonce[2],
    };
    uint32_t x[16];

    memcpy(x, start, sizeof(x));
    for (int i = 0; i < 10; i++)
        double_round(x);
    for (int i = 0; i < 16; i++)
        x[i] += start[i];
    memcpy(block, x, sizeof(x));
}
