/* A disk: what the command line names is done to it. */
#include "guest.h"

enum { LARGEST_BLOCK = 32768, MANY = 4 };

static uint8_t written[MANY * LARGEST_BLOCK], read[MANY * LARGEST_BLOCK];

struct disk {
    unsigned handle;
    uint64_t capacity;
    size_t block_size;
};

static void fill(uint8_t *data, size_t size, uint64_t seed)
{
    for (size_t i = 0; i < size; i++)
        data[i] = (uint8_t)(seed + i * 7 + i / 256);
}

static void check_same(const uint8_t *a, const uint8_t *b, size_t size)
{
    for (size_t i = 0; i < size; i++)
        guest_check(a[i] == b[i], "what was written is read");
}

static void write_and_read(const struct disk *disk, uint64_t offset,
                           size_t size)
{
    fill(written, size, offset);
    guest_check(!guest_disk_write(disk->handle, offset, written, size),
                "writing");
    memset(read, 0, size);
    guest_check(!guest_disk_read(disk->handle, offset, read, size), "reading");
    check_same(written, read, size);
}

/* Every tenth block, and the last. */
static void blocks(const struct disk *disk)
{
    size_t size = disk->block_size;

    for (uint64_t at = 0; at < disk->capacity; at += 10 * size)
        write_and_read(disk, at, size);
    write_and_read(disk, disk->capacity - size, size);
}

/* Four blocks in one call. */
static void many(const struct disk *disk)
{
    size_t size = MANY * disk->block_size;

    write_and_read(disk, 0, size);
    write_and_read(disk, disk->capacity - size, size);
}

static void refused(const struct disk *disk, uint64_t offset, size_t size)
{
    guest_print(guest_disk_write(disk->handle, offset, written, size)
                    ? "refused\n"
                    : "survived\n");
}

static void past_end(const struct disk *disk)
{
    refused(disk, disk->capacity, disk->block_size);
}

static void across_end(const struct disk *disk)
{
    refused(disk, disk->capacity - disk->block_size / 2, disk->block_size);
}

static void many_across_end(const struct disk *disk)
{
    refused(disk, disk->capacity - disk->block_size, 2 * disk->block_size);
}

static void far_past_end(const struct disk *disk)
{
    refused(disk, UINT64_MAX - disk->block_size + 1, disk->block_size);
}

static void half_block(const struct disk *disk)
{
    refused(disk, 0, disk->block_size / 2);
}

/* Says when it has written, then waits to be killed. */
static void keep(const struct disk *disk)
{
    fill(written, disk->block_size, 1);
    guest_check(!guest_disk_write(disk->handle, 0, written, disk->block_size),
                "writing");
    guest_print("written\n");
    for (;;)
        guest_yield(guest_clock() + UINT64_C(3600000000000));
}

static const struct {
    const char *name;
    void (*run)(const struct disk *disk);
} actions[] = {
    {"blocks", blocks},
    {"many", many},
    {"past-end", past_end},
    {"across-end", across_end},
    {"many-across-end", many_across_end},
    {"far-past-end", far_past_end},
    {"half-block", half_block},
    {"keep", keep},
};

int guest_main(const struct guest *guest)
{
    unsigned handle = guest_find(guest, "storage", MFT_DEV_BLOCK_BASIC);
    struct disk disk = {
        .handle = handle,
        .capacity = guest->mft->e[handle].u.block.capacity,
        .block_size = guest->mft->e[handle].u.block.block_size,
    };

    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (guest_equal(guest->cmdline, actions[i].name)) {
            actions[i].run(&disk);
            guest_print("SUCCESS\n");
            return 0;
        }
    guest_check(false, "there is no such action");
    return 1;
}
