#include <assert.h>
#include <mirage/random.h>

void mirage_random_generate(struct mirage_random *random, void *data,
                            size_t size)
{
    random->ops->generate(random, data, size);
}

/*
 * 2^64 is seldom a multiple of `limit`. The first 2^64 mod limit numbers are
 * thrown away, so that as many are left for each remainder.
 */
uint64_t mirage_random_below(struct mirage_random *random, uint64_t limit)
{
    uint64_t number, first;

    assert(limit > 0);
    first = -limit % limit;
    do
        mirage_random_generate(random, &number, sizeof(number));
    while (number < first);
    return number % limit;
}
