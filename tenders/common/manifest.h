/* manifest.h: an image's manifest, with room for the most devices. */
#ifndef MANIFEST_H
#define MANIFEST_H

#include <solo5/mft_abi.h>
#include <stddef.h>

/* A struct mft and its entries. */
struct manifest {
    uint32_t version;
    uint32_t entries;
    struct mft_entry e[MFT_MAX_ENTRIES];
};

_Static_assert(offsetof(struct manifest, e) == sizeof(struct mft),
               "they are the same");

/* Bytes of a manifest of so many entries. */
size_t manifest_size(const struct manifest *manifest);

/* Whether the first `size` bytes are a manifest as images have it. */
bool manifest_is_valid(const struct manifest *manifest, size_t size);

/*
 * The first device of this name and type, or NULL. Its place in e[] is its
 * handle: manifest_handle.
 */
struct mft_entry *manifest_find(struct manifest *manifest, const char *name,
                                uint32_t type);
unsigned manifest_handle(const struct manifest *manifest,
                         const struct mft_entry *entry);

/* The attached device behind a handle, NULL if there is none of this type. */
const struct mft_entry *manifest_attached(const struct manifest *manifest,
                                          uint64_t handle, uint32_t type);

/* "NET_BASIC" and so on; NULL for a type that is none of a device. */
const char *manifest_type_name(uint32_t type);

#endif
