/* kernel.h: the image a tender is asked to run, and what its notes say. */
#ifndef KERNEL_H
#define KERNEL_H

#include "elf_image.h"
#include "manifest.h"

/* Targets, as the ABI note numbers them. */
enum abi_target {
    ABI_TARGET_HVT = 1,
    ABI_TARGET_SPT,
    ABI_TARGET_VIRTIO,
    ABI_TARGET_MUEN,
    ABI_TARGET_GENODE,
    ABI_TARGET_XEN,
};

/* The descriptor of the ABI note. */
struct abi_info {
    uint32_t target; /* of enum abi_target */
    uint32_t version;
    uint32_t reserved[2];
};

struct kernel {
    struct elf_image elf;
    struct manifest manifest;
    bool is_ours;   /* it has a Mirage note */
    uint32_t flags; /* of enum mirage_image_flag, from that note; else 0 */
};

/* "hvt" and so on, "unknown" for a number without a target. */
const char *abi_target_name(uint32_t target);

/* Reads the notes of an image; one that has none of a kind is a failure. */
bool kernel_read_abi(const struct elf_image *elf, struct abi_info *abi,
                     struct failure *failure);
bool kernel_read_manifest(const struct elf_image *elf,
                          struct manifest *manifest, struct failure *failure);

/*
 * Opens the image at `path` for a tender that runs images of the target and
 * ABI version `wanted`.
 */
bool kernel_open(struct kernel *kernel, const char *path,
                 const struct abi_info *wanted, struct failure *failure);

#endif
