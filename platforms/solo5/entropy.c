/*
 * The processor's generator where it has one, what the host gave, and what
 * cannot be foreseen about how long things take. Each alone would do; all are
 * mixed, so none has to be trusted.
 */
#include "entropy.h"
#include "sponge.h"
#include "target.h"
#include <cpuid.h>
#include <mirage/platform.h>
#include <x86intrin.h>

enum {
    DRAWS = 8,          /* of 64 bits, from the processor */
    TIMES = 64,         /* measured */
    TIMES_ALONE = 4096, /* if there is no other source */
    TRIES = 32,         /* of a draw: more means that the generator broke */
};

static struct solo5_sponge sponge;

static bool has_rdrand(void)
{
    unsigned eax, ebx, ecx, edx;

    return __get_cpuid(1, &eax, &ebx, &ecx, &edx) && (ecx & bit_RDRND);
}

__attribute__((target("rdrnd"))) static bool draw(unsigned long long *number)
{
    for (int i = 0; i < TRIES; i++)
        if (_rdrand64_step(number))
            return true;
    return false;
}

static bool absorb_draws(void)
{
    unsigned long long number;

    if (!has_rdrand())
        return false;
    for (int i = 0; i < DRAWS; i++) {
        if (!draw(&number))
            return false;
        solo5_sponge_absorb(&sponge, &number, sizeof(number));
    }
    return true;
}

static bool absorb_seed(void)
{
    size_t size;
    const uint8_t *seed = solo5_target_seed(&size);

    solo5_sponge_absorb(&sponge, seed, size);
    return size > 0;
}

/* The permutation in between takes a time that varies with caches and IRQs. */
static void absorb_times(int count)
{
    for (int i = 0; i < count; i++) {
        uint64_t time = __rdtsc();

        solo5_sponge_absorb(&sponge, &time, sizeof(time));
    }
}

void solo5_entropy(void *data, size_t size)
{
    bool drawn = absorb_draws(), seeded = absorb_seed();

    absorb_times(drawn || seeded ? TIMES : TIMES_ALONE);
    solo5_sponge_squeeze(&sponge, data, size);
}

void mirage_platform_entropy(void *data, size_t size)
{
    solo5_entropy(data, size);
}
