#define _GNU_SOURCE
#include "test_image.h"
#include <assert.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PART(member)                                                           \
    .p_offset = offsetof(struct test_image, member),                           \
    .p_filesz = sizeof(((struct test_image *)0)->member)

_Static_assert(offsetof(struct test_image, e) -
                       offsetof(struct test_image, manifest) ==
                   32,
               "as in the ABI");

static const Elf64_Ehdr header = {
    .e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
    .e_type = ET_EXEC,
    .e_machine = EM_X86_64,
    .e_version = EV_CURRENT,
    .e_entry = 0x100020,
    .e_phoff = offsetof(struct test_image, segments),
    .e_ehsize = sizeof(Elf64_Ehdr),
    .e_phentsize = sizeof(Elf64_Phdr),
    .e_phnum = TEST_SEGMENTS,
};

static const Elf64_Phdr segments[TEST_SEGMENTS] = {
    [TEST_TEXT] = {.p_type = PT_LOAD,
                   .p_flags = PF_R | PF_X,
                   .p_vaddr = 0x100000,
                   PART(text),
                   .p_memsz = 0x1000,
                   .p_align = 0x1000},
    [TEST_DATA] = {.p_type = PT_LOAD,
                   .p_flags = PF_R | PF_W,
                   .p_vaddr = 0x101000,
                   PART(data),
                   .p_memsz = 0x1800,
                   .p_align = 0x1000},
    [TEST_EMPTY] = {.p_type = PT_LOAD, .p_flags = PF_R, .p_align = 0x1000},
    [TEST_BSS] = {.p_type = PT_LOAD,
                  .p_flags = PF_R | PF_W,
                  .p_vaddr = 0x103000,
                  .p_memsz = 0x1000,
                  .p_align = 0x1000},
    [TEST_OTHER] = {.p_type = PT_NOTE, PART(other), .p_align = 4},
    [TEST_ABI] = {.p_type = PT_NOTE, PART(abi), .p_align = 4},
    [TEST_MANIFEST] = {.p_type = PT_NOTE, PART(manifest), .p_align = 8},
    [TEST_MIRAGE] = {.p_type = PT_NOTE, PART(mirage), .p_align = 4},
};

static void make_notes(struct test_image *image)
{
    image->other = (struct test_note){{8, 4, 1}, "OpenBSD"};
    image->segments[TEST_OTHER].p_filesz += sizeof image->other_descriptor;
    image->abi = (struct test_note){{6, 16, 0x31494241}, "Solo5"};
    image->segments[TEST_ABI].p_filesz += sizeof image->abi_descriptor;
    image->abi_descriptor[0] = 2;
    image->abi_descriptor[1] = 2;
    image->mirage = (struct mirage_note){
        .name_size = sizeof MIRAGE_NOTE_NAME,
        .descriptor_size = sizeof(struct mirage_image_info),
        .type = MIRAGE_NOTE_TYPE,
        .name = MIRAGE_NOTE_NAME,
        .info = {.flags = MIRAGE_IMAGE_SPLITS_ARGUMENTS},
    };
}

static void make_manifest(struct test_image *image)
{
    size_t size = 4 + 8 + sizeof image->e;

    image->manifest =
        (struct test_note){{6, (Elf64_Word)size, MFT1_NOTE_TYPE}, "Solo5"};
    image->segments[TEST_MANIFEST].p_filesz += size;
    image->version = MFT_VERSION;
    image->entries = 3;
    image->e[0].type = MFT_RESERVED_FIRST;
    image->e[1].type = MFT_DEV_NET_BASIC;
    strcpy(image->e[1].name, "service");
    image->e[2].type = MFT_DEV_BLOCK_BASIC;
    strcpy(image->e[2].name, "storage");
}

void test_image_make(struct test_image *image)
{
    memset(image, 0, sizeof *image);
    image->header = header;
    memcpy(image->segments, segments, sizeof segments);
    make_notes(image);
    make_manifest(image);
    memset(image->text, 0xc3, sizeof image->text);
    memset(image->data, 0xdd, sizeof image->data);
}

int test_image_file(const void *image, size_t size)
{
    int fd = memfd_create("image", 0);

    assert(fd >= 0);
    assert(write(fd, image, size) == (ssize_t)size);
    return fd;
}
