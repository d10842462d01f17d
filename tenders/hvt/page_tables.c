#include "page_tables.h"
#include "layout.h"
#include <assert.h>

enum {
    ENTRIES = 512,    /* of a table */
    TABLES_ABOVE = 7, /* a PML4, a PDPT, five page directories */
    MAX_GIB = 5,
};

#define ENTRY_PRESENT  0x1ull
#define ENTRY_WRITABLE 0x2ull
#define ENTRY_USER     0x4ull
#define ENTRY_ACCESSED 0x20ull
#define ENTRY_DIRTY    0x40ull
#define ENTRY_LARGE    0x80ull
#define ENTRY_NX       (1ull << 63)
#define ENTRY_ADDRESS  0xffffffffff000ull

#define GIB (1ull << 30)

static uint64_t *stock_table(uint8_t *memory, uint64_t address)
{
    return (uint64_t *)(memory + address);
}

static void write_first_stock_table(uint64_t *table)
{
    for (uint64_t i = 0; i < ENTRIES; i++) {
        uint64_t address = i * PAGE_SIZE;

        if (address < 0x10000)
            table[i] = 0;
        else if (address < 0x100000)
            table[i] = address | ENTRY_PRESENT;
        else
            table[i] = address | ENTRY_PRESENT | ENTRY_WRITABLE;
    }
}

void page_tables_write_stock(uint8_t *memory, uint64_t size)
{
    uint64_t link = ENTRY_PRESENT | ENTRY_WRITABLE;
    uint64_t *directories = stock_table(memory, STOCK_PD);

    assert(size % LARGE_PAGE_SIZE == 0 && size <= GUEST_MAX_SIZE);
    *stock_table(memory, STOCK_PML4) = STOCK_PDPT | link;
    for (uint64_t i = 0; i < 4; i++)
        stock_table(memory, STOCK_PDPT)[i] = (STOCK_PD + i * PAGE_SIZE) | link;
    for (uint64_t i = 0; i < size / LARGE_PAGE_SIZE; i++)
        directories[i] = (i * LARGE_PAGE_SIZE) | link | ENTRY_LARGE;
    directories[0] = STOCK_PT | link;
    write_first_stock_table(stock_table(memory, STOCK_PT));
}

/*
 * The order of tables: PML4, PDPT, the page directories, then a page table for
 * each 2 MiB. Upper levels allow everything; the last one says what holds.
 */
static uint64_t *table(const struct page_tables *tables, uint64_t index)
{
    return tables->entries + index * ENTRIES;
}

static uint64_t table_address(const struct page_tables *tables, uint64_t index)
{
    return tables->base + index * PAGE_SIZE;
}

size_t page_tables_size(uint64_t limit)
{
    uint64_t count = (limit + LARGE_PAGE_SIZE - 1) / LARGE_PAGE_SIZE;

    return (TABLES_ABOVE + count) * PAGE_SIZE;
}

void page_tables_init(struct page_tables *tables)
{
    uint64_t link =
        ENTRY_PRESENT | ENTRY_WRITABLE | ENTRY_USER | ENTRY_ACCESSED;

    assert(tables->limit <= MAX_GIB * GIB);
    table(tables, 0)[0] = table_address(tables, 1) | link;
    for (uint64_t i = 0; i < MAX_GIB; i++)
        table(tables, 1)[i] = table_address(tables, 2 + i) | link;
}

/*
 * Accessed and dirty are set beforehand, so that the processor never writes to
 * the tables.
 */
static uint64_t entry(uint64_t address, unsigned access)
{
    uint64_t bits = ENTRY_PRESENT | ENTRY_ACCESSED | ENTRY_DIRTY;

    if (access == PAGE_NONE)
        return 0;
    if (access & PAGE_WRITE)
        bits |= ENTRY_WRITABLE;
    if (!(access & PAGE_EXECUTE))
        bits |= ENTRY_NX;
    if (!(access & PAGE_SUPERVISOR))
        bits |= ENTRY_USER;
    return address | bits;
}

static uint64_t *directory_entry(struct page_tables *tables, uint64_t address)
{
    return &table(tables, 2 + address / GIB)[address % GIB / LARGE_PAGE_SIZE];
}

/* The page table for `address`; made to say what a large page said so far. */
static uint64_t *small_table(struct page_tables *tables, uint64_t address)
{
    uint64_t index = TABLES_ABOVE + address / LARGE_PAGE_SIZE;
    uint64_t *directory = directory_entry(tables, address);
    uint64_t *small = table(tables, index);

    if (*directory && !(*directory & ENTRY_LARGE))
        return small;
    for (uint64_t i = 0; i < ENTRIES; i++)
        small[i] = *directory ? (*directory & ~ENTRY_LARGE) + i * PAGE_SIZE : 0;
    *directory = table_address(tables, index) | ENTRY_PRESENT | ENTRY_WRITABLE |
                 ENTRY_USER | ENTRY_ACCESSED;
    return small;
}

static bool fits_large(uint64_t start, uint64_t end)
{
    return start % LARGE_PAGE_SIZE == 0 && end - start >= LARGE_PAGE_SIZE;
}

void page_tables_map(struct page_tables *tables, uint64_t start, uint64_t end,
                     unsigned access)
{
    assert(start % PAGE_SIZE == 0 && end % PAGE_SIZE == 0);
    assert(start <= end && end <= tables->limit);

    while (start < end) {
        uint64_t *directory = directory_entry(tables, start);
        bool large = !*directory || *directory & ENTRY_LARGE;

        if (large && fits_large(start, end)) {
            *directory = access ? entry(start, access) | ENTRY_LARGE : 0;
            start += LARGE_PAGE_SIZE;
            continue;
        }
        small_table(tables, start)[start % LARGE_PAGE_SIZE / PAGE_SIZE] =
            entry(start, access);
        start += PAGE_SIZE;
    }
}
