/* The clock as a function of the host's, beside the system call. */
#include "guest.h"
#include <solo5/spt_abi.h>

static uint64_t read_fast(spt_clock_gettime *fast, int clock)
{
    struct spt_time time;

    guest_check(fast(clock, &time) == 0, "it can be read");
    return (uint64_t)time.seconds * 1000000000 + (uint64_t)time.ns;
}

int guest_main(const struct guest *guest)
{
    const struct spt_boot_info *boot = (void *)SPT_BOOT_INFO_BASE;
    const struct spt_extension *extension = (void *)(boot + 1);
    spt_clock_gettime *fast = (spt_clock_gettime *)extension->clock_gettime;
    uint64_t before, between, after;

    (void)guest;
    guest_check(extension->magic == SPT_EXTENSION_MAGIC, "an extension");
    if (!(extension->features & SPT_FAST_CLOCK)) {
        guest_print("the host has none\n");
        return 0;
    }
    for (int clock = 0; clock <= 1; clock++) {
        before = clock ? guest_clock() : guest_wall_clock();
        between = read_fast(fast, clock);
        after = clock ? guest_clock() : guest_wall_clock();
        guest_check(before <= between && between <= after, "the same clock");
    }
    guest_print("SUCCESS\n");
    return 0;
}
