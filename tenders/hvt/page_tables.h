/*
 * page_tables.h: page tables of a guest, which map every address to itself.
 *
 * Plain memory work, without KVM. See Intel SDM volume 3, 4.5.
 */
#ifndef HVT_PAGE_TABLES_H
#define HVT_PAGE_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Writes the tables that a stock image expects at entry to `memory`: nothing
 * below 0x10000, read-only to 1 MiB, then all writable up to `size`, which is
 * a multiple of 2 MiB, 4 GiB at most.
 */
void page_tables_write_stock(uint8_t *memory, uint64_t size);

/* ---- for ring 3 ---- */

/* What may be done with a page. Execution always means reading, too. */
enum page_access {
    PAGE_NONE = 0,
    PAGE_READ = 1,
    PAGE_WRITE = 2,
    PAGE_EXECUTE = 4,
    PAGE_SUPERVISOR = 8, /* not by ring 3 */
};

/*
 * Tables for addresses 0 to `limit`, in memory that is zero at first: a fixed
 * place for each page table there might be, so nothing is ever allocated.
 */
struct page_tables {
    uint64_t *entries; /* the tables, seen from the host */
    uint64_t base;     /* their address in the guest; the value of CR3 */
    uint64_t limit;    /* one past the highest address; up to 5 GiB */
};

/* How many bytes tables up to `limit` take; whole pages. */
size_t page_tables_size(uint64_t limit);

/* Links the upper levels; nothing is mapped yet. */
void page_tables_init(struct page_tables *tables);

/*
 * Sets what may be done with [start, end), whole pages below the limit, to
 * `access` (of enum page_access). Uses large pages where it can.
 */
void page_tables_map(struct page_tables *tables, uint64_t start, uint64_t end,
                     unsigned access);

#endif
