#include "clock.h"
#include "../solo5/print.h"
#include "../x86_64/tsc.h"
#include "interrupts.h"
#include "net.h"
#include "pit.h"
#include "pvclock.h"
#include "rtc.h"
#include <mirage/platform.h>

enum { SECOND = 1000000000 };

static bool has_pvclock;
static int64_t wall_at_start;

static void init_tsc(void)
{
    uint64_t hz = virtio_pit_measure_tsc();

    x86_tsc_init(hz);
    wall_at_start = virtio_rtc_read() * SECOND;
    solo5_print(SOLO5_INFO, "Clock source: TSC, frequency estimate is %lu Hz",
                hz);
}

void virtio_clock_init(void)
{
    has_pvclock = virtio_pvclock_init();
    if (has_pvclock)
        solo5_print(SOLO5_INFO, "Clock source: KVM paravirtualized clock");
    else
        init_tsc();
    virtio_interrupts_enable(PIT_IRQ, NULL);
}

uint64_t mirage_platform_clock(void)
{
    return has_pvclock ? virtio_pvclock_clock() : x86_tsc_clock();
}

int64_t mirage_platform_wall_clock(void)
{
    return has_pvclock ? virtio_pvclock_wall_clock()
                       : wall_at_start + (int64_t)x86_tsc_clock();
}

/* The timer cannot count to more than 55 ms, so a wait is many short ones. */
mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted)
{
    for (;;) {
        mirage_ready_set ready = virtio_net_ready() & wanted;
        uint64_t now = mirage_platform_clock();

        if (ready || now >= deadline)
            return ready;
        virtio_pit_start(deadline - now);
        virtio_interrupts_wait();
    }
}
