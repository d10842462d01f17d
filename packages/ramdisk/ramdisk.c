#include "ramdisk.h"
#include <assert.h>
#include <mirage/exit.h>
#include <mirage/log.h>
#include <stdlib.h>
#include <string.h>

MIRAGE_LOG_SOURCE(ramdisk_log, "ramdisk");

struct ramdisk {
    struct mirage_block base;
    uint8_t *data;
};
static_assert(offsetof(struct ramdisk, base) == 0, "base comes first");

static uint8_t *place(struct mirage_block *base, uint64_t sector)
{
    return ((struct ramdisk *)base)->data + sector * RAMDISK_SECTOR_SIZE;
}

static enum mirage_error ramdisk_read(struct mirage_block *base,
                                      uint64_t sector, size_t count,
                                      uint8_t *data)
{
    memcpy(data, place(base, sector), count * RAMDISK_SECTOR_SIZE);
    return MIRAGE_OK;
}

static enum mirage_error ramdisk_write(struct mirage_block *base,
                                       uint64_t sector, size_t count,
                                       const uint8_t *data)
{
    memcpy(place(base, sector), data, count * RAMDISK_SECTOR_SIZE);
    return MIRAGE_OK;
}

static enum mirage_error ramdisk_flush(struct mirage_block *base)
{
    (void)base;
    return MIRAGE_OK;
}

static void ramdisk_disconnect(struct mirage_block *base)
{
    struct ramdisk *disk = (struct ramdisk *)base;

    free(disk->data);
    free(disk);
}

static const struct mirage_block_ops ramdisk_ops = {
    .read = ramdisk_read,
    .write = ramdisk_write,
    .flush = ramdisk_flush,
    .disconnect = ramdisk_disconnect,
};

static noreturn void fail(const char *name, uint64_t sector_count)
{
    mirage_log_error_to(&ramdisk_log,
                        "there is no memory for the ramdisk '%s' of %llu "
                        "sectors of %d bytes",
                        name, (unsigned long long)sector_count,
                        RAMDISK_SECTOR_SIZE);
    mirage_exit(MIRAGE_EXIT_CRASH);
}

struct mirage_block *ramdisk_connect(const char *name, uint64_t sector_count)
{
    struct ramdisk *disk = malloc(sizeof(*disk));

    if (!disk || sector_count > SIZE_MAX / RAMDISK_SECTOR_SIZE)
        fail(name, sector_count);
    *disk = (struct ramdisk){
        .base.ops = &ramdisk_ops,
        .base.info = {RAMDISK_SECTOR_SIZE, sector_count, true},
        .data = calloc(sector_count, RAMDISK_SECTOR_SIZE),
    };
    if (!disk->data && sector_count > 0)
        fail(name, sector_count);
    return &disk->base;
}
