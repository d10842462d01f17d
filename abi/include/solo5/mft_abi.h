/*
 * solo5/mft_abi.h: the manifest, which lists the devices of an image.
 *
 * It stands in the image as an ELF note (Solo5 ABI, "MFT1"), made by
 * solo5-elftool gen-manifest; a tender reads it, fills in what it attached to
 * each device, and gives the guest that copy. All numbers are little-endian.
 *
 * A device's handle is its place in e[]. Place 0 is reserved, so handles start
 * at 1.
 */
#ifndef SOLO5_MFT_ABI_H
#define SOLO5_MFT_ABI_H

#include <stdbool.h>
#include <stdint.h>

#define MFT_VERSION     1
#define MFT_MAX_ENTRIES 64 /* the reserved one included */
#define MFT_NAME_SIZE   68 /* bytes, NUL included; the last is always NUL */

enum mft_type {
    MFT_DEV_BLOCK_BASIC = 1,
    MFT_DEV_NET_BASIC = 2,
    MFT_RESERVED_FIRST = 0x40000000,
};

struct mft_block {
    uint64_t capacity;   /* bytes, a multiple of block_size */
    uint16_t block_size; /* bytes, a power of two from 512 on */
};

struct mft_net {
    uint8_t mac[6];
    uint16_t mtu; /* bytes, without the 14 of the Ethernet header */
};

struct mft_entry {
    char name[MFT_NAME_SIZE];
    uint32_t type; /* of enum mft_type */
    union {
        struct mft_block block;
        struct mft_net net;
    } u;
    union {
        int32_t hostfd; /* the tender's descriptor, once attached */
        void *data;     /* the guest's, where there is no tender */
    } b;
    bool attached; /* false in an image */
};

struct mft {
    uint32_t version; /* MFT_VERSION */
    uint32_t entries; /* 1 to MFT_MAX_ENTRIES */
    struct mft_entry e[];
};

_Static_assert(sizeof(struct mft) == 8, "fixed by the Solo5 ABI");
_Static_assert(sizeof(struct mft_entry) == 104, "fixed by the Solo5 ABI");

/* ---- the note ---- */

#define MFT1_NOTE_NAME "Solo5"
#define MFT1_NOTE_TYPE 0x3154464d /* "MFT1" */

/*
 * For the C files that gen-manifest writes: they define MFT_ENTRIES, include
 * this header, and put the manifest between the two macros below.
 */
#ifdef MFT_ENTRIES

struct mft1_note {
    uint32_t name_size, descriptor_size, type;
    char name[8];
    struct {
        uint32_t version;
        uint32_t entries;
        struct mft_entry e[MFT_ENTRIES];
    } m __attribute__((aligned(8)));
};

_Static_assert(MFT_ENTRIES <= MFT_MAX_ENTRIES, "too many devices");
_Static_assert(__builtin_offsetof(struct mft1_note, m) == 24,
               "fixed by the Solo5 ABI");

/* The descriptor begins with the 4 bytes that align the manifest to 8. */
#define MFT1_NOTE_DECLARE_BEGIN                                                \
    const struct mft1_note __solo5_mft1_note                                   \
        __attribute__((section(".note.solo5.manifest"), used, aligned(8))) = { \
            .name_size = sizeof(MFT1_NOTE_NAME),                               \
            .descriptor_size = sizeof(struct mft1_note) - 20,                  \
            .type = MFT1_NOTE_TYPE,                                            \
            .name = MFT1_NOTE_NAME,                                            \
            .m =

#define MFT1_NOTE_DECLARE_END                                                  \
    }                                                                          \
    ;

#endif
#endif
