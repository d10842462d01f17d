#include "pit.h"
#include "../x86_64/cpu.h"
#include <stdbool.h>
#include <x86intrin.h>

enum {
    HZ = 1193182,
    COUNTER0 = 0x40,
    COUNTER2 = 0x42,
    CONTROL = 0x43,
    ONCE0 = 0x30, /* counter 0, both bytes, mode 0: raise at the end */
    ONCE2 = 0xb0, /* counter 2 likewise */
    GATE = 0x61,  /* port B: counter 2's gate and output */
    GATE_OPEN = 1,
    SPEAKER = 2,
    OUTPUT = 32,
    MOST = 0xffff,
    MEASURED = HZ / 250,
    TRIES = 30,
    EXACT = 1000, /* good enough: a part in so many */
};

static void start(uint8_t control, uint16_t port, unsigned ticks)
{
    cpu_out8(CONTROL, control);
    cpu_out8(port, (uint8_t)ticks);
    cpu_out8(port, (uint8_t)(ticks >> 8));
}

void virtio_pit_start(uint64_t ns)
{
    const uint64_t longest = (uint64_t)MOST * 1000000000 / HZ;
    unsigned ticks = ns < longest ? (unsigned)(ns * HZ / 1000000000) : MOST;

    start(ONCE0, COUNTER0, ticks + (ticks == 0));
}

/* Ticks of the time stamp counter that MEASURED took: between these. */
struct bracket {
    uint64_t least, most;
};

static uint64_t width(struct bracket bracket)
{
    return bracket.most - bracket.least;
}

/* Reading it before and after both ends shows if the machine was stopped. */
static struct bracket measure(void)
{
    uint64_t before = __rdtsc(), started, ended, looked = 0;

    start(ONCE2, COUNTER2, MEASURED);
    ended = started = __rdtsc();
    do {
        looked = ended;
        ended = __rdtsc();
    } while (!(cpu_in8(GATE) & OUTPUT));
    ended = __rdtsc();
    return (struct bracket){looked - started, ended - before};
}

static bool is_exact(struct bracket bracket)
{
    return width(bracket) < bracket.most / EXACT;
}

static bool agree(struct bracket a, struct bracket b)
{
    return a.least < b.most + b.most / EXACT &&
           b.least < a.most + a.most / EXACT;
}

/* Twice, because an emulated timer may run unevenly. */
uint64_t virtio_pit_measure_tsc(void)
{
    uint8_t gate = cpu_in8(GATE) & (uint8_t)~SPEAKER;
    struct bracket best = {0, UINT64_MAX};

    cpu_out8(GATE, gate | GATE_OPEN);
    for (int i = 0; i < TRIES; i++) {
        struct bracket now = measure();

        if (is_exact(now) && is_exact(best) && agree(now, best))
            break;
        if (width(now) < width(best))
            best = now;
    }
    return (best.least + width(best) / 2) * HZ / MEASURED;
}
