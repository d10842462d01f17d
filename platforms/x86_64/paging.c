#include "paging.h"
#include "../solo5/image.h"
#include "../solo5/pages.h"
#include "../solo5/print.h"
#include "cpu.h"
#include <cpuid.h>
#include <mirage/platform.h>

enum {
    LEVELS = 4,
    ENTRIES = 512,
    LARGE_SIZE = 1 << 21, /* bytes that an entry of level 2 can map alone */
    EFER_NXE = 1 << 11,
    CR0_WP = 1 << 16,
    FEATURE_NX = 1 << 20, /* of CPUID 0x80000001, EDX */
};

enum entry_bits {
    PRESENT = 1,
    WRITABLE = 2,
    WRITE_THROUGH = 8,
    UNCACHED = 16,
    LARGE = 128,
};

static const uint64_t not_run = 1ull << 63;
static const uint64_t address_bits = 0x000ffffffffff000;

static uint64_t *root;
static bool has_nx;

/* ---- entries ---- */

static uint64_t bits_of(unsigned access)
{
    uint64_t bits = 0;

    if (access == PAGING_NONE)
        return 0;
    bits |= PRESENT;
    if (access & PAGING_WRITE)
        bits |= WRITABLE;
    if (access & PAGING_DEVICE)
        bits |= WRITE_THROUGH | UNCACHED;
    if (has_nx && !(access & PAGING_RUN))
        bits |= not_run;
    return bits;
}

/* A table below, whose entries say what this one alone said. */
static uint64_t *split(uint64_t *entry)
{
    uint64_t *table = (uint64_t *)solo5_pages_alloc_zeroed(SOLO5_PAGE_SIZE);

    if (!table)
        return NULL;
    if (*entry & LARGE)
        for (uint64_t i = 0; i < ENTRIES; i++)
            table[i] = (*entry & ~(uint64_t)LARGE) + i * SOLO5_PAGE_SIZE;
    *entry = (uintptr_t)table | PRESENT | WRITABLE;
    return table;
}

static unsigned shift_of(int level)
{
    return 12 + 9 * (unsigned)(level - 1);
}

/* The entry for `address` at `level`, 1 for pages and 2 for large ones. */
static uint64_t *find(uintptr_t address, int level)
{
    uint64_t *table = root;

    for (int at = LEVELS;; at--) {
        uint64_t *entry = &table[address >> shift_of(at) & (ENTRIES - 1)];

        if (at == level)
            return entry;
        if (!(*entry & PRESENT) || (*entry & LARGE))
            table = split(entry);
        else
            table = (uint64_t *)(*entry & address_bits);
        if (!table)
            return NULL;
    }
}

/* ---- ranges ---- */

static bool fits_large(uintptr_t start, size_t size)
{
    return start % LARGE_SIZE == 0 && size >= LARGE_SIZE;
}

static void forget(uintptr_t address)
{
    __asm__ volatile("invlpg (%0)" : : "r"(address) : "memory");
}

bool x86_paging_set(uintptr_t start, size_t size, unsigned access)
{
    uint64_t bits = bits_of(access);

    while (size > 0) {
        bool large = fits_large(start, size) && bits;
        size_t part = large ? LARGE_SIZE : SOLO5_PAGE_SIZE;
        uint64_t *entry = find(start, large ? 2 : 1);

        if (!entry)
            return false;
        *entry = bits ? start | bits | (large ? LARGE : 0) : 0;
        forget(start);
        start += part;
        size -= part;
    }
    return true;
}

/* ---- all of it ---- */

static bool set_between(uintptr_t start, uintptr_t end, unsigned access)
{
    return x86_paging_set(start, end - start, access);
}

static void enable_nx(void)
{
    unsigned eax, ebx, ecx, edx;

    has_nx =
        __get_cpuid(0x80000001, &eax, &ebx, &ecx, &edx) && (edx & FEATURE_NX);
    if (has_nx)
        cpu_write_msr(CPU_MSR_EFER, cpu_read_msr(CPU_MSR_EFER) | EFER_NXE);
}

static void load(void)
{
    uint64_t cr0;

    __asm__ volatile("mov %%cr0, %0" : "=r"(cr0));
    __asm__ volatile("mov %0, %%cr0" : : "r"(cr0 | CR0_WP) : "memory");
    __asm__ volatile("mov %0, %%cr3" : : "r"(root) : "memory");
}

void x86_paging_init(uintptr_t low, enum paging_access below, uintptr_t end)
{
    uintptr_t text = (uintptr_t)_stext, rodata = (uintptr_t)_etext;
    uintptr_t data = (uintptr_t)_erodata;

    root = (uint64_t *)solo5_pages_alloc_zeroed(SOLO5_PAGE_SIZE);
    enable_nx();
    if (!root || !set_between(low, text, below) ||
        !set_between(text, rodata, PAGING_READ | PAGING_RUN) ||
        !set_between(rodata, data, PAGING_READ) ||
        !set_between(data, end, PAGING_READ | PAGING_WRITE)) {
        solo5_print_abort("Not enough memory");
        mirage_platform_abort();
    }
    load();
}
