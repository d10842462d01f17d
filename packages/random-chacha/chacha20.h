/*
 * chacha20.h: the ChaCha20 block function of RFC 8439, section 2.3.
 */
#ifndef CHACHA20_H
#define CHACHA20_H

#include <stdint.h>

enum { CHACHA20_BLOCK_SIZE = 64, CHACHA20_KEY_WORDS = 8 };

/* Makes the key stream's block number `counter`. */
void chacha20_block(const uint32_t key[CHACHA20_KEY_WORDS], uint32_t counter,
                    const uint32_t nonce[3],
                    uint8_t block[CHACHA20_BLOCK_SIZE]);

#endif
