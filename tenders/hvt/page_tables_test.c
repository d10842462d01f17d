/* Page tables, read back the way a processor walks them. */
#include "layout.h"
#include "page_tables.h"
#include "test.h"
#include <stdlib.h>
#include <string.h>

enum { MIB = 1 << 20, GUEST_SIZE = 16 * MIB };

/* Where tables lie in the guest; their host side is a plain array. */
#define TABLES_BASE 0x40000000ull

static struct page_tables make_tables(uint64_t limit)
{
    struct page_tables tables = {.base = TABLES_BASE, .limit = limit};

    tables.entries = calloc(1, page_tables_size(limit));
    assert_non_null(tables.entries);
    page_tables_init(&tables);
    return tables;
}

static uint64_t entry_at(const struct page_tables *tables, uint64_t table,
                         uint64_t index)
{
    uint64_t offset = table - tables->base;

    assert_true(table >= tables->base);
    assert_true(offset < page_tables_size(tables->limit));
    return tables->entries[offset / 8 + index];
}

/* The access that four (or three) levels grant together, as a processor. */
static unsigned access_at(const struct page_tables *tables, uint64_t address,
                          uint64_t *physical)
{
    uint64_t table = tables->base, entry = 0, all = ~0ull, nx = 0;

    for (int shift = 39; shift >= 12; shift -= 9) {
        entry = entry_at(tables, table, address >> shift & 511);
        if (!(entry & 1))
            return PAGE_NONE;
        all &= entry;
        nx |= entry >> 63;
        table = entry & 0xffffffffff000ull;
        if (shift == 21 && entry & 0x80) {
            *physical = table | (address & (LARGE_PAGE_SIZE - 1));
            break;
        }
        *physical = table | (address & (PAGE_SIZE - 1));
    }
    return PAGE_READ | (all & 2 ? PAGE_WRITE : 0) | (nx ? 0 : PAGE_EXECUTE) |
           (all & 4 ? 0 : PAGE_SUPERVISOR);
}

static void assert_access(const struct page_tables *tables, uint64_t address,
                          unsigned access)
{
    uint64_t physical = address;

    assert_int_equal(access_at(tables, address, &physical), access);
    if (access != PAGE_NONE)
        assert_int_equal(physical, address);
}

static void stock_tables_are_those_of_the_abi(void **state)
{
    uint8_t *memory = calloc(1, GUEST_SIZE);
    uint64_t *words = (uint64_t *)memory;

    (void)state;
    page_tables_write_stock(memory, GUEST_SIZE);
    assert_int_equal(words[0x2000 / 8], 0x3003);
    for (unsigned i = 0; i < 4; i++)
        assert_int_equal(words[0x3000 / 8 + i], 0x4003 + i * 0x1000);
    assert_int_equal(words[0x4000 / 8], 0x8003);
    assert_int_equal(words[0x4000 / 8 + 1], 0x200083);
    assert_int_equal(words[0x4000 / 8 + 7], 0xe00083);
    assert_int_equal(words[0x4000 / 8 + 8], 0);
    assert_int_equal(words[0x8000 / 8 + 0xf], 0);
    assert_int_equal(words[0x8000 / 8 + 0x10], 0x10001);
    assert_int_equal(words[0x8000 / 8 + 0xff], 0xff001);
    assert_int_equal(words[0x8000 / 8 + 0x100], 0x100003);
    assert_int_equal(words[0x8000 / 8 + 511], 0x1ff003);
    free(memory);
}

static void nothing_is_mapped_at_first(void **state)
{
    struct page_tables tables = make_tables(GUEST_SIZE);

    (void)state;
    assert_access(&tables, 0, PAGE_NONE);
    assert_access(&tables, GUEST_SIZE - 1, PAGE_NONE);
    free(tables.entries);
}

static void a_page_has_the_access_it_was_given(void **state)
{
    struct page_tables tables = make_tables(GUEST_SIZE);

    (void)state;
    page_tables_map(&tables, 0x10000, GUEST_SIZE, PAGE_READ | PAGE_WRITE);
    page_tables_map(&tables, 0x100000, 0x103000, PAGE_READ | PAGE_EXECUTE);
    page_tables_map(&tables, 0x103000, 0x104000, PAGE_READ);
    assert_access(&tables, 0xffff, PAGE_NONE);
    assert_access(&tables, 0x10000, PAGE_READ | PAGE_WRITE);
    assert_access(&tables, 0xfffff, PAGE_READ | PAGE_WRITE);
    assert_access(&tables, 0x100000, PAGE_READ | PAGE_EXECUTE);
    assert_access(&tables, 0x102fff, PAGE_READ | PAGE_EXECUTE);
    assert_access(&tables, 0x103000, PAGE_READ);
    assert_access(&tables, 0x104000, PAGE_READ | PAGE_WRITE);
    assert_access(&tables, GUEST_SIZE - 1, PAGE_READ | PAGE_WRITE);
    free(tables.entries);
}

static void a_hole_in_a_large_page_leaves_the_rest(void **state)
{
    struct page_tables tables = make_tables(GUEST_SIZE);
    uint64_t hole = 4 * MIB + 0x5000;

    (void)state;
    page_tables_map(&tables, 2 * MIB, GUEST_SIZE, PAGE_READ | PAGE_WRITE);
    page_tables_map(&tables, hole, hole + PAGE_SIZE, PAGE_NONE);
    assert_access(&tables, hole - 1, PAGE_READ | PAGE_WRITE);
    assert_access(&tables, hole, PAGE_NONE);
    assert_access(&tables, hole + PAGE_SIZE, PAGE_READ | PAGE_WRITE);
    page_tables_map(&tables, hole, hole + PAGE_SIZE, PAGE_READ | PAGE_WRITE);
    assert_access(&tables, hole, PAGE_READ | PAGE_WRITE);
    free(tables.entries);
}

static void pages_above_four_gib_can_be_mapped(void **state)
{
    struct page_tables tables = make_tables(GUEST_MAX_SIZE + 3 * PAGE_SIZE);
    unsigned access = PAGE_READ | PAGE_WRITE | PAGE_SUPERVISOR;

    (void)state;
    page_tables_map(&tables, GUEST_MAX_SIZE, GUEST_MAX_SIZE + PAGE_SIZE,
                    access);
    assert_access(&tables, GUEST_MAX_SIZE, access);
    assert_access(&tables, GUEST_MAX_SIZE + PAGE_SIZE, PAGE_NONE);
    free(tables.entries);
}

/* Any sequence of changes against an array that says what each page allows. */
static void many_changes_agree_with_a_model(void **state)
{
    enum { PAGES = GUEST_SIZE / PAGE_SIZE, CHANGES = 400 };
    static const unsigned accesses[] = {
        PAGE_NONE,
        PAGE_READ,
        PAGE_READ | PAGE_WRITE,
        PAGE_READ | PAGE_EXECUTE,
        PAGE_READ | PAGE_WRITE | PAGE_SUPERVISOR,
    };
    struct page_tables tables = make_tables(GUEST_SIZE);
    unsigned model[PAGES] = {0};

    (void)state;
    srand(1);
    for (int change = 0; change < CHANGES; change++) {
        unsigned access = accesses[rand() % 5];
        unsigned first = rand() % PAGES;
        unsigned end = first + rand() % (PAGES - first) + 1;

        if (change % 2)
            end = first + rand() % 4 < PAGES ? first + rand() % 4 : first;
        if (end > PAGES || end < first)
            end = first;
        page_tables_map(&tables, first * PAGE_SIZE, end * PAGE_SIZE, access);
        for (unsigned i = first; i < end; i++)
            model[i] = access;
    }
    for (unsigned i = 0; i < PAGES; i++)
        assert_access(&tables, i * PAGE_SIZE, model[i]);
    free(tables.entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stock_tables_are_those_of_the_abi),
        cmocka_unit_test(nothing_is_mapped_at_first),
        cmocka_unit_test(a_page_has_the_access_it_was_given),
        cmocka_unit_test(a_hole_in_a_large_page_leaves_the_rest),
        cmocka_unit_test(pages_above_four_gib_can_be_mapped),
        cmocka_unit_test(many_changes_agree_with_a_model),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
