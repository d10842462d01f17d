#include "key_of_group.h"
#include "stock.h"
#include <inttypes.h>

/* ---- the disks there are ---- */

block_impl block_of_file(const char *name)
{
    return STOCK_DEVICE(block, .connect = "block_floor_connect",
                        .header = "block_floor.h", .params = {quote(name)},
                        .packages = {"block-floor"}, .disk = name);
}

block_impl config_ramdisk(const char *name, struct ramdisk_size size)
{
    uint64_t count = size.sector_count ? size.sector_count : 32768;

    return STOCK_DEVICE(block, .connect = "ramdisk_connect",
                        .header = "ramdisk.h",
                        .params = {quote(name), format_text("%" PRIu64, count)},
                        .packages = {"ramdisk"});
}

/* ---- one of them ---- */

static const struct key block_key = STRING_KEY(
    "block", "ramdisk",
    "Use a ramdisk or file pass-through implementation for the unikernel.",
    .docv = "BLOCK", .stage = CONFIGURE, .choices = {"file", "ramdisk"});

block_impl config_generic_block(const char *name, struct generic_choice choice)
{
    struct key *key = key_of_group(&block_key, choice);

    return match_impl(key, ramdisk(name), ("file", block_of_file(name)));
}
