/*
 * solo5/mirage_abi.h: what an image of ours tells a tender of ours.
 *
 * An ELF note in a PT_NOTE segment of its own: stock tenders pass over it, and
 * an image without it is run just as a stock tender would run it.
 */
#ifndef SOLO5_MIRAGE_ABI_H
#define SOLO5_MIRAGE_ABI_H

#include <stdint.h>

#define MIRAGE_NOTE_NAME "Mirage"
#define MIRAGE_NOTE_TYPE 0x3147524d /* "MRG1" */

enum mirage_image_flag {
    /*
     * It splits its command line by the rules in tenders/common/guest_args.h,
     * so the tender may quote arguments that need it. Without this, arguments
     * are joined by blanks as they are, which is what Solo5 does.
     */
    MIRAGE_IMAGE_SPLITS_ARGUMENTS = 1,
    /* hvt: it can be entered at privilege level 3. */
    MIRAGE_IMAGE_RING3 = 2,
};

struct mirage_image_info {
    uint32_t flags; /* of enum mirage_image_flag */
    uint32_t reserved;
};

/* As it stands in the image, in a section of its own. */
struct mirage_note {
    uint32_t name_size, descriptor_size, type;
    char name[8];
    struct mirage_image_info info;
};

_Static_assert(sizeof(struct mirage_note) == 28, "a note has no padding");

/* MIRAGE_NOTE_DECLARE(MIRAGE_IMAGE_RING3) in one C file of an image. */
#define MIRAGE_NOTE_DECLARE(image_flags)                                       \
    const struct mirage_note mirage_note                                       \
        __attribute__((section(".note.solo5.mirage"), used, aligned(4))) = {   \
            .name_size = sizeof(MIRAGE_NOTE_NAME),                             \
            .descriptor_size = sizeof(struct mirage_image_info),               \
            .type = MIRAGE_NOTE_TYPE,                                          \
            .name = MIRAGE_NOTE_NAME,                                          \
            .info = {.flags = (image_flags)},                                  \
    };

#endif
