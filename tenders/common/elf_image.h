/*
 * elf_image.h: an image, which is an ELF executable for a guest.
 *
 * What is accepted and refused is what stock Solo5 0.12 accepts and refuses.
 * Nothing in the file is trusted; the failures name the part that is wrong.
 */
#ifndef ELF_IMAGE_H
#define ELF_IMAGE_H

#include "failure.h"
#include <elf.h>
#include <stddef.h>
#include <stdint.h>

struct elf_image {
    int fd;
    uint64_t entry;
    Elf64_Phdr *segments; /* in the order of the file; owned */
    unsigned segment_count;
};

/*
 * Opens the file at `path`, or takes `fd`, and reads its headers. The image
 * then owns the descriptor.
 */
bool elf_open(struct elf_image *elf, const char *path, struct failure *failure);
bool elf_read(struct elf_image *elf, int fd, struct failure *failure);
void elf_close(struct elf_image *elf);

/* ---- notes ---- */

struct elf_note_kind {
    const char *name;
    uint32_t type;
    size_t alignment; /* of the descriptor, counted from the note's start */
    size_t max_size;  /* bytes of the descriptor, what aligns it included */
};

/*
 * Copies the descriptor of the first note of this kind, without what aligns
 * it, to `descriptor`, which has room for the largest; *size is its size, or 0
 * if the image has no such note. Only the first note of each PT_NOTE segment is
 * looked at.
 */
bool elf_read_note(const struct elf_image *elf,
                   const struct elf_note_kind *kind, void *descriptor,
                   size_t *size, struct failure *failure);

/* ---- loading ---- */

/* Memory for a guest, zeroed. */
struct guest_memory {
    uintptr_t host_base; /* where guest address 0 is; 0 if they are the same */
    uint64_t start;      /* the lowest address a segment may have */
    uint64_t size;       /* one past the highest */
    /*
     * Sets what the guest may do with [address, address + size), whole pages,
     * to `flags` (PF_R, PF_W, PF_X of a segment). False with errno set.
     */
    bool (*protect)(uintptr_t host_address, uint64_t size, uint32_t flags);
};

/*
 * Loads the segments. *end is one past the last of them, rounded up to a page;
 * as in Solo5, bss is not counted: it is memory that was zero before.
 */
bool elf_load(const struct elf_image *elf, const struct guest_memory *memory,
              uint64_t *end, struct failure *failure);

#endif
