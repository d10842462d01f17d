#include "tsc.h"
#include <x86intrin.h>

enum { SECOND = 1000000000 };

static uint64_t first;
static uint64_t ns_per_tick; /* times 2^32 */

void x86_tsc_init(uint64_t hz)
{
    ns_per_tick = ((uint64_t)SECOND << 32) / hz;
    first = __rdtsc();
}

uint64_t x86_tsc_clock(void)
{
    unsigned __int128 scaled =
        (unsigned __int128)(__rdtsc() - first) * ns_per_tick;

    return (uint64_t)(scaled >> 32);
}
