#include "manifest.h"
#include <string.h>

size_t manifest_size(const struct manifest *manifest)
{
    return sizeof(struct mft) + manifest->entries * sizeof(struct mft_entry);
}

static bool entry_is_valid(const struct mft_entry *entry)
{
    /* As a byte: a bool read from a file need not be 0 or 1. */
    const unsigned char *attached = (const unsigned char *)&entry->attached;

    return entry->name[MFT_NAME_SIZE - 1] == '\0' && *attached == 0;
}

bool manifest_is_valid(const struct manifest *manifest, size_t size)
{
    if (size < sizeof(struct mft) || manifest->version != MFT_VERSION ||
        manifest->entries < 1 || manifest->entries > MFT_MAX_ENTRIES ||
        size != manifest_size(manifest) ||
        manifest->e[0].type != MFT_RESERVED_FIRST ||
        manifest->e[0].name[0] != '\0')
        return false;
    for (unsigned i = 0; i < manifest->entries; i++)
        if (!entry_is_valid(&manifest->e[i]))
            return false;
    return true;
}

struct mft_entry *manifest_find(struct manifest *manifest, const char *name,
                                uint32_t type)
{
    for (unsigned i = 1; i < manifest->entries; i++)
        if (manifest->e[i].type == type &&
            strcmp(manifest->e[i].name, name) == 0)
            return &manifest->e[i];
    return NULL;
}

unsigned manifest_handle(const struct manifest *manifest,
                         const struct mft_entry *entry)
{
    return (unsigned)(entry - manifest->e);
}

const struct mft_entry *manifest_attached(const struct manifest *manifest,
                                          uint64_t handle, uint32_t type)
{
    const struct mft_entry *entry;

    if (handle >= manifest->entries)
        return NULL;
    entry = &manifest->e[handle];
    return entry->type == type && entry->attached ? entry : NULL;
}

const char *manifest_type_name(uint32_t type)
{
    switch (type) {
    case MFT_DEV_BLOCK_BASIC:
        return "BLOCK_BASIC";
    case MFT_DEV_NET_BASIC:
        return "NET_BASIC";
    default:
        return NULL;
    }
}
