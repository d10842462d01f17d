/* The block module: a file or a host's disk is the guest's disk. */
#include "command_line.h"
#include "disk.h"
#include "tender.h"
#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <unistd.h>

enum { DEFAULT_BLOCK_SIZE = 512, LARGEST_BLOCK_SIZE = 32768 };

static struct mft_entry *find(struct tender *tender, const char *name)
{
    struct mft_entry *entry =
        manifest_find(&tender->kernel.manifest, name, MFT_DEV_BLOCK_BASIC);

    if (!entry)
        warnx("Resource not declared in manifest: '%s'", name);
    return entry;
}

static bool attach(struct tender *tender, const char *name, const char *path)
{
    struct mft_entry *entry = find(tender, name);
    struct failure failure;
    struct disk disk;

    if (!entry)
        return false;
    if (!disk_open(&disk, path, &failure)) {
        warnx("%s", failure.text);
        return false;
    }
    if (entry->attached)
        close(entry->b.hostfd);
    entry->u.block.capacity = disk.size;
    entry->b.hostfd = disk.fd;
    entry->attached = true;
    return true;
}

static bool parse_block_size(const char *text, uint16_t *size)
{
    unsigned long value = 0;

    if (isdigit((unsigned char)*text))
        value = strtoul(text, NULL, 10);
    if (value < DEFAULT_BLOCK_SIZE || value > LARGEST_BLOCK_SIZE ||
        (value & (value - 1)))
        return false;
    *size = (uint16_t)value;
    return true;
}

static bool set_block_size(struct tender *tender, const char *name,
                           const char *text)
{
    struct mft_entry *entry = find(tender, name);

    if (!entry)
        return false;
    if (parse_block_size(text, &entry->u.block.block_size))
        return true;
    warnx("Block size must be a multiple of 2 greater than or equal 512");
    return false;
}

static bool take_option(struct tender *tender, const char *arg)
{
    char name[MFT_NAME_SIZE];
    const char *value;

    value = command_line_device(arg, "--block", name);
    if (value && *value)
        return attach(tender, name, value);
    value = command_line_device(arg, "--block-sector-size", name);
    return value && set_block_size(tender, name, value);
}

static bool finish(struct mft_entry *entry, struct failure *failure)
{
    struct mft_block *block = &entry->u.block;

    if (!block->block_size)
        block->block_size = DEFAULT_BLOCK_SIZE;
    if (block->capacity % block->block_size)
        return fail(failure,
                    "%s: Backing storage size must be block aligned (%u "
                    "bytes)",
                    entry->name, block->block_size);
    if (block->capacity < block->block_size)
        return fail(failure,
                    "%s: Backing storage must be at least 1 block (%u bytes) "
                    "in size",
                    entry->name, block->block_size);
    return true;
}

static bool setup(struct tender *tender, struct failure *failure)
{
    struct manifest *manifest = &tender->kernel.manifest;

    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type == MFT_DEV_BLOCK_BASIC &&
            manifest->e[i].attached && !finish(&manifest->e[i], failure))
            return false;
    return true;
}

const struct tender_module block_module = {
    .name = "block",
    .usage = "    --block:NAME=PATH (attach block device/file at PATH as "
             "block storage NAME)\n"
             "  [ --block-sector-size:NAME=SECTORSIZE ] (set sector size for "
             "block device NAME; must be a power of two greater than or equal "
             "512)\n",
    .option = take_option,
    .setup = setup,
};
