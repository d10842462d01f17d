/*
 * mirage/random.h: numbers nobody can guess, fit for keys. Nothing here waits
 * or fails.
 */
#ifndef MIRAGE_RANDOM_H
#define MIRAGE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* A connected generator; the first member of each implementation's struct. */
struct mirage_random {
    const struct mirage_random_ops *ops;
};

/* Fills `data` with `size` random bytes. */
void mirage_random_generate(struct mirage_random *random, void *data,
                            size_t size);

/* A number from 0 to below `limit`, each as likely; `limit` is not 0. */
uint64_t mirage_random_below(struct mirage_random *random, uint64_t limit);

/* ---- for implementations ---- */

struct mirage_random_ops {
    void (*generate)(struct mirage_random *random, void *data, size_t size);
};

#endif
