#include "pages.h"
#include <assert.h>
#include <string.h>

/* A run of free pages below others that are in use; stands in its first. */
struct run {
    struct run *next; /* at a higher address, not adjacent */
    size_t size;
};

static uintptr_t start, brk; /* of the grown part: its start and end */
static uintptr_t low;        /* from here up to the end: pages */
static uintptr_t clean;      /* what is between brk and low and below is 0 */
static struct run *runs;

void solo5_pages_init(uintptr_t first, uintptr_t end, bool zeroed)
{
    start = brk = first;
    low = end;
    clean = zeroed ? end : first;
    runs = NULL;
}

/* ---- runs ---- */

static uintptr_t take_from(struct run **link, size_t size)
{
    struct run *run = *link;

    run->size -= size;
    if (run->size == 0)
        *link = run->next;
    return (uintptr_t)run + run->size;
}

static struct run *absorb(struct run *run)
{
    struct run *next = run->next;

    if (next && (uintptr_t)run + run->size == (uintptr_t)next) {
        run->size += next->size;
        run->next = next->next;
    }
    return run;
}

static void insert(uintptr_t address, size_t size)
{
    struct run **link = &runs, *before = NULL, *run = (struct run *)address;

    while (*link && (uintptr_t)*link < address) {
        before = *link;
        link = &before->next;
    }
    run->next = *link;
    run->size = size;
    *link = absorb(run);
    if (before)
        absorb(before);
}

/* The lowest run becomes free space if nothing is below it. */
static void lower_to_runs(void)
{
    if (runs && (uintptr_t)runs == low) {
        low += runs->size;
        runs = runs->next;
    }
}

/* ---- pages ---- */

uintptr_t solo5_pages_alloc(size_t size)
{
    struct run **link = &runs;

    while (*link && (*link)->size < size)
        link = &(*link)->next;
    if (*link)
        return take_from(link, size);
    if (size > low - solo5_whole_pages(brk))
        return 0;
    low -= size;
    return low;
}

/* What was never given out before is still zero. */
uintptr_t solo5_pages_alloc_zeroed(size_t size)
{
    uintptr_t address = solo5_pages_alloc(size), end = address + size;

    if (!address)
        return 0;
    if (end > clean) {
        uintptr_t from = address > clean ? address : clean;

        memset((void *)from, 0, end - from);
    }
    if (clean > address)
        clean = address;
    return address;
}

void solo5_pages_free(uintptr_t address, size_t size)
{
    assert(address >= low && size > 0);
    if (clean > address)
        clean = address;
    insert(address, size);
    lower_to_runs();
}

/* ---- the grown part ---- */

uintptr_t solo5_pages_brk(uintptr_t end)
{
    uintptr_t from = brk > clean ? brk : clean;

    if (end < start || end > low)
        return brk;
    if (end > from)
        memset((void *)from, 0, end - from);
    if (end < brk && clean > end)
        clean = end;
    brk = end;
    return brk;
}
