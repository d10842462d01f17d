#include "manifest.h"
#include "print.h"
#include <string.h>

static const char *kind(enum mft_type type)
{
    return type == MFT_DEV_NET_BASIC ? "network" : "block";
}

struct mft_entry *solo5_manifest_find(struct mft *manifest, const char *name,
                                      enum mft_type type, unsigned *handle)
{
    for (unsigned i = 1; i < manifest->entries; i++) {
        struct mft_entry *entry = &manifest->e[i];

        if (entry->type != type || strcmp(entry->name, name) != 0)
            continue;
        *handle = i;
        return entry;
    }
    solo5_print(SOLO5_ERROR, "there is no %s device '%s' in this image",
                kind(type), name);
    return NULL;
}
