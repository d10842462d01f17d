#include "fake.h"
#include <stdlib.h>
#include <string.h>

struct disk {
    const char *name;
    unsigned handle;
    struct mirage_disk_info info;
    uint8_t *data;
    size_t works; /* so many calls more */
    enum mirage_error error;
    size_t flushes;
    struct disk *next;
};

static struct disk *disks;

void fake_reset_disks(void)
{
    while (disks) {
        struct disk *disk = disks;

        disks = disk->next;
        free(disk->data);
        free(disk);
    }
}

static struct disk *find(const char *name)
{
    struct disk *disk = disks;

    while (disk && strcmp(disk->name, name) != 0)
        disk = disk->next;
    return disk;
}

static struct disk *need(const char *name)
{
    struct disk *disk = find(name);

    if (!disk)
        fake_mistake("no disk ", name);
    return disk;
}

void fake_add_disk(const char *name, struct mirage_disk_info info)
{
    struct disk *disk = calloc(1, sizeof(*disk));

    *disk = (struct disk){
        .name = name,
        .handle = fake_new_handle(),
        .info = info,
        .data = calloc(info.sector_count, info.sector_size),
        .next = disks,
    };
    disks = disk;
}

uint8_t *fake_disk_data(const char *name)
{
    return need(name)->data;
}

void fake_fail_disk(const char *name, size_t count, enum mirage_error error)
{
    struct disk *disk = need(name);

    disk->works = count;
    disk->error = error;
}

size_t fake_disk_flushes(const char *name)
{
    return need(name)->flushes;
}

/* ---- the platform ---- */

static struct disk *with_handle(unsigned handle)
{
    struct disk *disk = disks;

    while (disk && disk->handle != handle)
        disk = disk->next;
    if (!disk)
        fake_mistake("no disk has this handle", "");
    return disk;
}

static enum mirage_error next_error(struct disk *disk)
{
    if (!disk->works)
        return disk->error;
    disk->works--;
    return MIRAGE_OK;
}

/* The place of a sector; the caller has to have checked the range. */
static uint8_t *place(struct disk *disk, uint64_t sector, size_t count)
{
    if (sector > disk->info.sector_count ||
        count > disk->info.sector_count - sector)
        fake_mistake("past the end of disk ", disk->name);
    return disk->data + sector * disk->info.sector_size;
}

enum mirage_error mirage_platform_disk_acquire(const char *name,
                                               unsigned *handle,
                                               struct mirage_disk_info *info)
{
    struct disk *disk = find(name);

    if (!disk)
        return MIRAGE_NOT_FOUND;
    *handle = disk->handle;
    *info = disk->info;
    return next_error(disk);
}

enum mirage_error mirage_platform_disk_read(unsigned handle, uint64_t sector,
                                            size_t count, uint8_t *data)
{
    struct disk *disk = with_handle(handle);
    uint8_t *from = place(disk, sector, count);
    enum mirage_error error = next_error(disk);

    if (!error)
        memcpy(data, from, count * disk->info.sector_size);
    return error;
}

enum mirage_error mirage_platform_disk_write(unsigned handle, uint64_t sector,
                                             size_t count, const uint8_t *data)
{
    struct disk *disk = with_handle(handle);
    uint8_t *to = place(disk, sector, count);
    enum mirage_error error = next_error(disk);

    if (!disk->info.writable)
        fake_mistake("a write to the read-only disk ", disk->name);
    if (!error)
        memcpy(to, data, count * disk->info.sector_size);
    return error;
}

enum mirage_error mirage_platform_disk_flush(unsigned handle)
{
    struct disk *disk = with_handle(handle);
    enum mirage_error error = next_error(disk);

    if (!error)
        disk->flushes++;
    return error;
}
