/*
 * sponge.h: mixes bytes of which some may be guessed into bytes of which none
 * can: a sponge of 256 bits capacity over the ChaCha20 permutation (RFC 8439,
 * section 2.3, without the final addition, which a sponge does not need).
 */
#ifndef SOLO5_SPONGE_H
#define SOLO5_SPONGE_H

#include <stddef.h>
#include <stdint.h>

/* Starts as {0}. */
struct solo5_sponge {
    uint32_t words[16];
    size_t absorbed; /* bytes of the first 32 mixed in since the last stir */
};

/* Mixes in `size` bytes. */
void solo5_sponge_absorb(struct solo5_sponge *sponge, const void *data,
                         size_t size);

/* Takes bytes out; what was absorbed cannot be told from them. */
void solo5_sponge_squeeze(struct solo5_sponge *sponge, void *data, size_t size);

#endif
