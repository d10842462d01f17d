/*
 * The disk loses what is on it. It has 64 sectors or more, and can be written;
 * of one that cannot there is a suite of its own.
 */
#include "conformance.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct mirage_block *disk;
static uint32_t sector_size;
static uint64_t end;

/* So many sectors, different in each byte's neighbourhood and by `seed`. */
static uint8_t *pattern(size_t count, unsigned seed)
{
    size_t size = count * sector_size;
    uint8_t *data = malloc(size + 1);

    assert(data);
    for (size_t i = 0; i < size; i++)
        data[i] = (uint8_t)(i * 7 + i / sector_size + seed * 31 + 1);
    return data;
}

static void put(uint64_t sector, size_t count, unsigned seed)
{
    uint8_t *data = pattern(count, seed);

    assert(mirage_block_write(disk, sector, count, data) == MIRAGE_OK);
    free(data);
}

static void check(uint64_t sector, size_t count, unsigned seed)
{
    uint8_t *wanted = pattern(count, seed), *data = pattern(count, seed + 1);

    assert(mirage_block_read(disk, sector, count, data) == MIRAGE_OK);
    assert(memcmp(data, wanted, count * sector_size) == 0);
    free(data);
    free(wanted);
}

static void the_size_of_a_sector_makes_sense(void)
{
    assert(sector_size >= 512);
    assert((sector_size & (sector_size - 1)) == 0);
    assert(end >= 64);
}

static void what_was_written_is_read(void)
{
    static const size_t counts[] = {1, 2, 12, 33};

    for (unsigned i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
        put(0, counts[i], i);
        check(0, counts[i], i);
        put(end - counts[i], counts[i], i);
        check(end - counts[i], counts[i], i);
    }
}

static void neighbours_stay_as_they_are(void)
{
    put(4, 1, 1);
    put(8, 1, 2);
    put(5, 3, 3);
    check(4, 1, 1);
    check(5, 3, 3);
    check(8, 1, 2);
}

static void parts_of_what_was_written_can_be_read(void)
{
    uint8_t *wanted = pattern(8, 5), *data = pattern(3, 6);

    put(16, 8, 5);
    assert(mirage_block_read(disk, 18, 3, data) == MIRAGE_OK);
    assert(memcmp(data, wanted + 2 * sector_size, 3 * sector_size) == 0);
    free(data);
    free(wanted);
}

static void data_need_not_be_aligned(void)
{
    uint8_t *data = pattern(2, 7), *odd = malloc(2 * sector_size + 1);

    assert(odd);
    memcpy(odd + 1, data, 2 * sector_size);
    assert(mirage_block_write(disk, 30, 2, odd + 1) == MIRAGE_OK);
    memset(odd, 0, 2 * sector_size + 1);
    assert(mirage_block_read(disk, 30, 2, odd + 1) == MIRAGE_OK);
    assert(odd[0] == 0);
    assert(memcmp(odd + 1, data, 2 * sector_size) == 0);
    free(odd);
    free(data);
}

static void nothing_can_be_done_past_the_end(void)
{
    static const struct {
        uint64_t back; /* from the end */
        size_t count;
    } ranges[] = {{0, 1}, {11, 12}, {1, 2}, {64, SIZE_MAX}, {1, SIZE_MAX}};
    uint8_t *data = pattern(12, 8);

    put(end - 11, 11, 9);
    for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++) {
        uint64_t from = end - ranges[i].back;
        size_t count = ranges[i].count;

        assert(mirage_block_write(disk, from, count, data) ==
               MIRAGE_OUT_OF_RANGE);
        assert(mirage_block_read(disk, from, count, data) ==
               MIRAGE_OUT_OF_RANGE);
    }
    assert(mirage_block_read(disk, UINT64_MAX, 2, data) == MIRAGE_OUT_OF_RANGE);
    check(end - 11, 11, 9);
    free(data);
}

static void no_sectors_are_no_mistake(void)
{
    assert(mirage_block_read(disk, 0, 0, NULL) == MIRAGE_OK);
    assert(mirage_block_write(disk, end, 0, NULL) == MIRAGE_OK);
    assert(mirage_block_read(disk, end + 1, 0, NULL) == MIRAGE_OUT_OF_RANGE);
}

/* Whether the host keeps it nobody can see from here. */
static void a_flush_is_done_or_not_offered(void)
{
    enum mirage_error error;

    put(40, 1, 10);
    error = mirage_block_flush(disk);
    assert(error == MIRAGE_OK || error == MIRAGE_UNSUPPORTED);
    check(40, 1, 10);
}

void conformance_block(struct mirage_block *block)
{
    disk = block;
    sector_size = block->info.sector_size;
    end = block->info.sector_count;
    assert(block->info.writable);
    the_size_of_a_sector_makes_sense();
    what_was_written_is_read();
    neighbours_stay_as_they_are();
    parts_of_what_was_written_can_be_read();
    data_need_not_be_aligned();
    nothing_can_be_done_past_the_end();
    no_sectors_are_no_mistake();
    a_flush_is_done_or_not_offered();
}

/* Also of a disk that cannot be written nothing is lost by trying. */
void conformance_block_read_only(struct mirage_block *block)
{
    uint32_t size = block->info.sector_size;
    uint8_t *before = malloc(size), *after = malloc(size);

    assert(before && after);
    assert(!block->info.writable);
    assert(mirage_block_read(block, 0, 1, before) == MIRAGE_OK);
    memset(after, 0x5a, size);
    assert(mirage_block_write(block, 0, 1, after) == MIRAGE_READ_ONLY);
    assert(mirage_block_write(block, UINT64_MAX, 1, after) == MIRAGE_READ_ONLY);
    assert(mirage_block_read(block, 0, 1, after) == MIRAGE_OK);
    assert(memcmp(before, after, size) == 0);
    free(before);
    free(after);
}
