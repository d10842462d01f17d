/*
 * manifest.h: the devices of this image, by name. See solo5/mft_abi.h.
 */
#ifndef SOLO5_MANIFEST_H
#define SOLO5_MANIFEST_H

#include <mirage/error.h>
#include <solo5/mft_abi.h>
#include <stddef.h>

/*
 * The device of this name and type; its handle in *handle.
 *
 * NULL if the manifest has none; that is logged.
 */
struct mft_entry *solo5_manifest_find(struct mft *manifest, const char *name,
                                      enum mft_type type, unsigned *handle);

#endif
