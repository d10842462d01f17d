/*
 * abi_note.h: the note that says which tenders can run an image.
 */
#ifndef SOLO5_ABI_NOTE_H
#define SOLO5_ABI_NOTE_H

#include <stdint.h>

struct solo5_abi_note {
    uint32_t name_size, descriptor_size, type;
    char name[8];
    uint32_t target, version, reserved[2];
};

/* In one C file of each target, with its number and ABI version. */
#define SOLO5_ABI_NOTE_DECLARE(target_, version_)                              \
    const struct solo5_abi_note solo5_abi_note                                 \
        __attribute__((section(".note.solo5.abi"), used, aligned(4))) = {      \
            .name_size = sizeof("Solo5"),                                      \
            .descriptor_size = 16,                                             \
            .type = 0x31494241, /* "ABI1" */                                   \
            .name = "Solo5",                                                   \
            .target = (target_),                                               \
            .version = (version_),                                             \
    };

#endif
