#include "manifest.h"
#include <string.h>

size_t manifest_size(const union manifest *manifest)
{
    return sizeof(struct mft) +
           manifest->mft.entries * sizeof(struct mft_entry);
}

static bool entry_is_valid(const struct mft_entry *entry)
{
    /* As a byte: a bool read from a file need not be 0 or 1. */
    const unsigned char *attached = (const unsigned char *)&entry->attached;

    return entry->name[MFT_NAME_SIZE - 1] == '\0' && *attached == 0;
}

bool manifest_is_valid(const union manifest *manifest, size_t size)
{
    const struct mft *mft = &manifest->mft;

    if (size < sizeof *mft || mft->version != MFT_VERSION || mft->entries < 1 ||
        mft->entries > MFT_MAX_ENTRIES || size != manifest_size(manifest) ||
        mft->e[0].type != MFT_RESERVED_FIRST || mft->e[0].name[0] != '\0')
        return false;
    for (unsigned i = 0; i < mft->entries; i++)
        if (!entry_is_valid(&mft->e[i]))
            return false;
    return true;
}

struct mft_entry *manifest_find(union manifest *manifest, const char *name,
                                uint32_t type)
{
    struct mft *mft = &manifest->mft;

    for (unsigned i = 1; i < mft->entries; i++)
        if (mft->e[i].type == type && strcmp(mft->e[i].name, name) == 0)
            return &mft->e[i];
    return NULL;
}

unsigned manifest_handle(const union manifest *manifest,
                         const struct mft_entry *entry)
{
    return (unsigned)(entry - manifest->mft.e);
}

const struct mft_entry *manifest_attached(const union manifest *manifest,
                                          uint64_t handle, uint32_t type)
{
    const struct mft_entry *entry;

    if (handle >= manifest->mft.entries)
        return NULL;
    entry = &manifest->mft.e[handle];
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
