/*
 * entropy.h: randomness from the processor, the host and the time.
 */
#ifndef SOLO5_ENTROPY_H
#define SOLO5_ENTROPY_H

#include <stddef.h>

/* Fills `data` with bytes fit to seed a random number generator. */
void solo5_entropy(void *data, size_t size);

#endif
