/*
 * What things cost a guest of hvt, in nanoseconds for each: an instruction of
 * a loop, a hypercall, a doorbell, a read of 512 bytes by hypercall and by
 * ring, the first touch of a page. For bench/hvt.
 */
#include "hvt.h"

enum { PAGES = 256 };

static uint8_t sector[512];

static void report(const char *what, uint64_t start, uint64_t count)
{
    uint64_t picoseconds = (guest_clock() - start) * 1000 / count;

    guest_print(what);
    guest_print(" ");
    guest_print_number(picoseconds);
    guest_print("\n");
}

static void run_loop(uint64_t count)
{
    uint64_t start = guest_clock(), left = count;

    __asm__ volatile("1: dec %0\n jnz 1b" : "+r"(left));
    report("loop", start, count * 2);
}

static void make_calls(uint64_t count)
{
    uint64_t start = guest_clock();

    for (uint64_t i = 0; i < count; i++)
        guest_wall_clock();
    report("hypercall", start, count);
}

static void ring_doorbell(uint64_t count)
{
    uint64_t start = guest_clock();

    for (uint64_t i = 0; i < count; i++)
        hvt_out(MIRAGE_HVT_BLOCK_RING_PORT, 0);
    report("doorbell", start, count);
}

static void read_by_call(unsigned disk, uint64_t count)
{
    uint64_t start = guest_clock();

    for (uint64_t i = 0; i < count; i++)
        guest_disk_read(disk, 0, sector, sizeof sector);
    report("read-by-hypercall", start, count);
}

static void read_by_ring(unsigned disk, uint64_t count)
{
    struct hvt_ring *ring = (struct hvt_ring *)hvt_info()->block_ring;
    uint64_t start = guest_clock();

    for (uint64_t i = 0; i < count; i++) {
        hvt_ring_add(ring, MIRAGE_HVT_BLOCK_RING_PORT,
                     (struct hvt_ring_entry){
                         .operation = MIRAGE_HVT_RING_BLOCK_READ,
                         .handle = disk,
                         .data = (uint64_t)sector,
                         .len = sizeof sector,
                     });
        hvt_ring_take(ring);
    }
    report("read-by-ring", start, count);
}

static void touch_pages(const struct guest *guest)
{
    uint64_t start = guest_clock();

    for (uint64_t i = 0; i < PAGES; i++)
        *(volatile uint8_t *)(guest->heap_start + i * 4096) = 1;
    report("first-touch", start, PAGES);
}

int guest_main(const struct guest *guest)
{
    unsigned disk = guest_find(guest, "storage", MFT_DEV_BLOCK_BASIC);
    /* Ring 0 may be a thousand times slower. */
    uint64_t count = hvt_cpl() == 3 ? 100000000 : 100000;

    guest_check(hvt_info() && hvt_info()->block_ring, "a ring for disks");
    run_loop(count);
    make_calls(2000);
    ring_doorbell(2000);
    read_by_call(disk, 2000);
    read_by_ring(disk, 2000);
    touch_pages(guest);
    return 0;
}
