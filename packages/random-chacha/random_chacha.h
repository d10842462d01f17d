/*
 * random_chacha.h: random numbers from ChaCha20, seeded by the platform.
 *
 * A generator with fast key erasure: a batch of key stream begins with the key
 * for the next, and is wiped as it is handed out, so whoever sees the memory
 * later cannot tell what was handed out before. Every mebibyte new entropy from
 * the platform goes into the key.
 */
#ifndef RANDOM_CHACHA_H
#define RANDOM_CHACHA_H

#include <mirage/random.h>

/* The one generator there is, seeded anew; it lasts for ever. */
struct mirage_random *random_chacha_connect(void);

#endif
