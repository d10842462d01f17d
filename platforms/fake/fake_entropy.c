#include "fake.h"

static uint64_t state;

void fake_reset_entropy(void)
{
    state = 0;
}

/* The same bytes after each fake_reset: a linear congruential generator. */
void mirage_platform_entropy(void *data, size_t size)
{
    uint8_t *byte = data;

    for (size_t i = 0; i < size; i++) {
        state = state * 6364136223846793005 + 1442695040888963407;
        byte[i] = state >> 56;
    }
}
