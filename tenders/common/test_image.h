/* test_image.h: for tests, an image that is good until they change it. */
#ifndef TEST_IMAGE_H
#define TEST_IMAGE_H

#include "manifest.h"
#include <elf.h>
#include <solo5/mirage_abi.h>

enum test_segment {
    TEST_TEXT,  /* 0x100000 to 0x101000 */
    TEST_DATA,  /* 0x101000 to 0x102800, half of it from the file */
    TEST_EMPTY, /* without bytes, at 0, as linkers leave them */
    TEST_BSS,   /* above, without bytes in the file */
    TEST_OTHER, /* a note of another kind */
    TEST_ABI,
    TEST_MANIFEST,
    TEST_MIRAGE,
    TEST_SEGMENTS,
};

struct test_note {
    Elf64_Nhdr header;
    char name[8];
};

/* The file, byte by byte. */
struct test_image {
    Elf64_Ehdr header;
    Elf64_Phdr segments[TEST_SEGMENTS];
    struct test_note other;
    uint32_t other_descriptor;
    struct test_note abi;
    uint32_t abi_descriptor[4];
    uint32_t unused; /* so that e is where version ends */
    struct test_note manifest;
    uint32_t manifest_padding;
    uint32_t version, entries;
    struct mft_entry e[3]; /* service, a network, and storage, a disk */
    struct mirage_note mirage;
    uint8_t text[0x1000], data[0xc00];
};

void test_image_make(struct test_image *image);

/* A descriptor of a file of its first `size` bytes. */
int test_image_file(const void *image, size_t size);

#endif
