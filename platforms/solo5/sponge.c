#include "sponge.h"
#include <string.h>

enum { RATE = 32, DOUBLE_ROUNDS = 10 };

static uint32_t rotate(uint32_t word, int bits)
{
    return word << bits | word >> (32 - bits);
}

/* One of a quarter round's four steps. */
static void step(uint32_t *w, int a, int b, int d, int bits)
{
    w[a] += w[b];
    w[d] = rotate(w[d] ^ w[a], bits);
}

static void quarter_round(uint32_t *w, int a, int b, int c, int d)
{
    step(w, a, b, d, 16);
    step(w, c, d, b, 12);
    step(w, a, b, d, 8);
    step(w, c, d, b, 7);
}

static void permute(uint32_t *w)
{
    for (int i = 0; i < DOUBLE_ROUNDS; i++) {
        for (int j = 0; j < 4; j++)
            quarter_round(w, j, j + 4, j + 8, j + 12);
        for (int j = 0; j < 4; j++)
            quarter_round(w, j, (j + 1) % 4 + 4, (j + 2) % 4 + 8,
                          (j + 3) % 4 + 12);
    }
}

static void stir(struct solo5_sponge *sponge)
{
    /* Whether and how far the block was filled makes a difference. */
    sponge->words[15] ^= (uint32_t)sponge->absorbed + 1;
    permute(sponge->words);
    sponge->absorbed = 0;
}

void solo5_sponge_absorb(struct solo5_sponge *sponge, const void *data,
                         size_t size)
{
    uint8_t *bytes = (uint8_t *)sponge->words;

    for (size_t i = 0; i < size; i++) {
        if (sponge->absorbed == RATE)
            stir(sponge);
        bytes[sponge->absorbed++] ^= ((const uint8_t *)data)[i];
    }
}

void solo5_sponge_squeeze(struct solo5_sponge *sponge, void *data, size_t size)
{
    uint8_t *to = data;

    while (size > 0) {
        size_t part = size < RATE ? size : RATE;

        stir(sponge);
        memcpy(to, sponge->words, part);
        to += part;
        size -= part;
    }
    /* Nobody who sees the state later can go back from it. */
    stir(sponge);
    memset(sponge->words, 0, RATE);
    stir(sponge);
}
