/* Writes patterns to a disk and reads them back, and beyond its end. */
#include "unikernel.gen.h"
#include <inttypes.h>
#include <mirage/log.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

MIRAGE_LOG_SOURCE(block_log, "block");

static unsigned tests_started, tests_passed, tests_failed;

/* ---- patterns ---- */

static const char dull[] = "All work and no play makes Dave a dull boy.\n";

/* `size` bytes of "N: All work and no play makes Dave a dull boy." */
static void write_dull_text(uint8_t *sector, uint32_t size, size_t n)
{
    char line[80];
    int line_size = snprintf(line, sizeof(line), "%zu: %s", n, dull);

    for (uint32_t i = 0; i < size; i++)
        sector[i] = line[i % line_size];
}

/* `count` sectors, the first of which has the largest number. */
static uint8_t *make_pattern(uint32_t sector_size, size_t count)
{
    uint8_t *data = malloc(count * sector_size);

    for (size_t i = 0; data && i < count; i++)
        write_dull_text(data + i * sector_size, sector_size, count - i);
    return data;
}

/* ---- checks ---- */

static void report(bool passed)
{
    if (passed)
        tests_passed++;
    else
        tests_failed++;
}

static bool is_same(const uint8_t *wrote, const uint8_t *read, size_t size)
{
    if (memcmp(wrote, read, size) == 0)
        return true;
    mirage_log_warning_to(&block_log, "Buffers unequal: %.*s vs %.*s",
                          (int)size, wrote, (int)size, read);
    return false;
}

static bool write_and_read(struct mirage_block *block, uint64_t sector,
                           size_t count, const uint8_t *wrote, uint8_t *read)
{
    enum mirage_error error = mirage_block_write(block, sector, count, wrote);

    if (!error)
        error = mirage_block_read(block, sector, count, read);
    if (error)
        mirage_log_error_to(&block_log,
                            "Unexpected error at sector %" PRIu64 ": %s",
                            sector, mirage_error_text(error));
    return !error && is_same(wrote, read, count * block->info.sector_size);
}

static void check_sector_write(struct mirage_block *block, uint64_t sector,
                               size_t count)
{
    uint8_t *wrote = make_pattern(block->info.sector_size, count);
    uint8_t *read = calloc(count, block->info.sector_size);

    tests_started++;
    mirage_log_debug_to(&block_log, "writing %zu sectors at %" PRIu64, count,
                        sector);
    report(wrote && read && write_and_read(block, sector, count, wrote, read));
    free(wrote);
    free(read);
}

static void expect_error(enum mirage_error error)
{
    mirage_log_error_to(
        &block_log, "Expecting error output from the following operation...");
    if (!error)
        mirage_log_error_to(&block_log, "-- expected failure; got success");
    report(error);
}

static void check_sector_write_failure(struct mirage_block *block,
                                       uint64_t sector, size_t count)
{
    uint8_t *data = make_pattern(block->info.sector_size, count);

    tests_started++;
    mirage_log_debug_to(&block_log, "writing %zu sectors at %" PRIu64, count,
                        sector);
    expect_error(data ? mirage_block_write(block, sector, count, data)
                      : MIRAGE_OK);
    free(data);
}

static void check_sector_read_failure(struct mirage_block *block,
                                      uint64_t sector, size_t count)
{
    uint8_t *data = malloc(count * block->info.sector_size);

    tests_started++;
    mirage_log_debug_to(&block_log, "reading %zu sectors at %" PRIu64, count,
                        sector);
    expect_error(data ? mirage_block_read(block, sector, count, data)
                      : MIRAGE_OK);
    free(data);
}

/* ---- all of them ---- */

static void check_all(struct mirage_block *block)
{
    uint64_t end = block->info.sector_count;

    check_sector_write(block, 0, 1);
    check_sector_write(block, end - 1, 1);
    check_sector_write(block, 0, 2);
    check_sector_write(block, end - 2, 2);
    check_sector_write(block, 0, 12);
    check_sector_write(block, end - 12, 12);

    check_sector_write_failure(block, end, 1);
    check_sector_write_failure(block, end - 11, 12);
    check_sector_read_failure(block, end, 1);
    check_sector_read_failure(block, end - 11, 12);
}

enum mirage_error block_start(struct mirage_time *time,
                              struct mirage_block *block)
{
    mirage_log_info_to(&block_log,
                       "sectors = %" PRIu64 "\nread_write=%s\n"
                       "sector_size=%" PRIu32 "\n",
                       block->info.sector_count,
                       block->info.writable ? "true" : "false",
                       block->info.sector_size);
    check_all(block);
    mirage_log_info_to(&block_log, "Test sequence finished\n");
    mirage_log_info_to(&block_log, "Total tests started: %u\n", tests_started);
    mirage_log_info_to(&block_log, "Total tests passed:  %u\n", tests_passed);
    mirage_log_info_to(&block_log, "Total tests failed:  %u\n", tests_failed);
    return mirage_time_sleep(time, MIRAGE_SEC(5));
}
