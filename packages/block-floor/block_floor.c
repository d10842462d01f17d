#include "block_floor.h"
#include <assert.h>
#include <mirage/exit.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <stdlib.h>

MIRAGE_LOG_SOURCE(block_floor_log, "block-floor");

struct block_floor {
    struct mirage_block base;
    unsigned handle;
};
static_assert(offsetof(struct block_floor, base) == 0, "base comes first");

static enum mirage_error block_floor_read(struct mirage_block *base,
                                          uint64_t sector, size_t count,
                                          uint8_t *data)
{
    struct block_floor *block = (struct block_floor *)base;

    return mirage_platform_disk_read(block->handle, sector, count, data);
}

static enum mirage_error block_floor_write(struct mirage_block *base,
                                           uint64_t sector, size_t count,
                                           const uint8_t *data)
{
    struct block_floor *block = (struct block_floor *)base;

    return mirage_platform_disk_write(block->handle, sector, count, data);
}

static enum mirage_error block_floor_flush(struct mirage_block *base)
{
    struct block_floor *block = (struct block_floor *)base;

    return mirage_platform_disk_flush(block->handle);
}

/* The platform keeps a disk till the end. */
static void block_floor_disconnect(struct mirage_block *base)
{
    free(base);
}

static const struct mirage_block_ops block_floor_ops = {
    .read = block_floor_read,
    .write = block_floor_write,
    .flush = block_floor_flush,
    .disconnect = block_floor_disconnect,
};

static noreturn void fail(const char *name, enum mirage_error error)
{
    mirage_log_error_to(&block_floor_log, "cannot connect the disk '%s': %s",
                        name, mirage_error_text(error));
    mirage_exit(MIRAGE_EXIT_CRASH);
}

struct mirage_block *block_floor_connect(const char *name)
{
    struct block_floor *block = malloc(sizeof(*block));
    struct mirage_disk_info info;
    enum mirage_error error;

    if (!block)
        fail(name, MIRAGE_NO_MEMORY);
    error = mirage_platform_disk_acquire(name, &block->handle, &info);
    if (error)
        fail(name, error);
    block->base = (struct mirage_block){
        .ops = &block_floor_ops,
        .info = {info.sector_size, info.sector_count, info.writable},
    };
    return &block->base;
}
