/*
 * Multiboot 1 specification, section 3.3; Xen's
 * public/arch-x86/hvm/start_info.h for PVH.
 */
#include "loader.h"
#include "../solo5/image.h"
#include <string.h>

enum {
    MULTIBOOT_MAGIC = 0x2badb002,
    MULTIBOOT_COMMAND_LINE = 1 << 2, /* flags: which fields there are */
    MULTIBOOT_MEMORY_MAP = 1 << 6,
    PVH_MAGIC = 0x336ec578,
    MEMORY = 1, /* of the types of both memory maps */
    COMMAND_LINE_SIZE = 8192,
};

struct multiboot {
    uint32_t flags, memory_lower, memory_upper, boot_device, command_line;
    uint32_t modules[2], symbols[4];
    uint32_t map_size, map; /* bytes, address */
};

/* `size` does not count itself. */
struct multiboot_range {
    uint32_t size;
    uint64_t start, length;
    uint32_t type;
} __attribute__((packed));

struct pvh {
    uint32_t magic, version, flags, module_count;
    uint64_t modules, command_line, rsdp;
    uint64_t map; /* from version 1 on */
    uint32_t map_count, reserved;
};

struct pvh_range {
    uint64_t start, length;
    uint32_t type, reserved;
};

static char command_line[COMMAND_LINE_SIZE];

/* ---- both ---- */

static void copy_command_line(struct loader_info *info, const char *from)
{
    info->is_cut = strlen(from) >= sizeof(command_line);
    strncpy(command_line, from, sizeof(command_line) - 1);
    info->command_line = command_line;
}

/* Notes the range if it is where the image is. */
static void see_range(struct loader_info *info, uint64_t start, uint64_t length,
                      uint32_t type)
{
    uintptr_t image = (uintptr_t)_stext;

    if (type == MEMORY && start <= image && start + length > image)
        info->memory_end = start + length;
}

/* ---- multiboot ---- */

/* The first word is the name of the image's file. */
static const char *skip_word(const char *line)
{
    while (*line && *line != ' ')
        line++;
    return line;
}

static void read_multiboot_map(const struct multiboot *from,
                               struct loader_info *info)
{
    uintptr_t at = from->map, end = at + from->map_size;

    while (at < end) {
        const struct multiboot_range *range =
            (const struct multiboot_range *)at;

        see_range(info, range->start, range->length, range->type);
        at += range->size + sizeof(range->size);
    }
}

static void read_multiboot(const struct multiboot *from,
                           struct loader_info *info)
{
    if (from->flags & MULTIBOOT_COMMAND_LINE)
        copy_command_line(
            info, skip_word((const char *)(uintptr_t)from->command_line));
    if (from->flags & MULTIBOOT_MEMORY_MAP)
        read_multiboot_map(from, info);
}

/* ---- PVH ---- */

static void read_pvh(const struct pvh *from, struct loader_info *info)
{
    const struct pvh_range *map = (const struct pvh_range *)from->map;

    if (from->command_line)
        copy_command_line(info, (const char *)from->command_line);
    info->rsdp = from->rsdp;
    for (uint32_t i = 0; from->version >= 1 && i < from->map_count; i++)
        see_range(info, map[i].start, map[i].length, map[i].type);
}

bool virtio_loader_read(uint32_t magic, uintptr_t address,
                        struct loader_info *info)
{
    const struct pvh *pvh = (const struct pvh *)address;

    *info = (struct loader_info){.command_line = ""};
    if (magic == MULTIBOOT_MAGIC)
        read_multiboot((const struct multiboot *)address, info);
    else if (pvh->magic == PVH_MAGIC)
        read_pvh(pvh, info);
    else
        return false;
    return true;
}
