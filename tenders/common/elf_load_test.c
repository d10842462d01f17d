/*
 * Loading: a good image, and for each check of the loader an image that is
 * wrong in that one way.
 */
#include "elf_image.h"
#include "test.h"
#include "test_image.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { MEMORY_START = 0x100000, MEMORY_SIZE = 0x200000, PAGE = 0x1000 };

/* ---- memory that remembers how it was protected ---- */

static uint8_t *memory;
static uint32_t flags_of_page[MEMORY_SIZE / PAGE];
static bool protect_fails;

static bool protect(uintptr_t address, uint64_t size, uint32_t flags)
{
    uint64_t first = (address - (uintptr_t)memory) / PAGE;

    errno = ENOMEM;
    for (uint64_t i = 0; i < size / PAGE; i++)
        flags_of_page[first + i] = flags;
    return !protect_fails;
}

static int clear_memory(void **state)
{
    (void)state;
    memset(memory, 0, MEMORY_SIZE);
    memset(flags_of_page, 0, sizeof flags_of_page);
    protect_fails = false;
    return 0;
}

static int make_memory(void **state)
{
    memory = mmap(NULL, MEMORY_SIZE, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED || clear_memory(state);
}

/* ---- loading ---- */

/* Returns what is wrong; NULL if nothing is. */
static const char *load(const struct test_image *image, size_t size,
                        uint64_t *end)
{
    static struct failure failure;
    const struct guest_memory guest = {
        .host_base = (uintptr_t)memory,
        .start = MEMORY_START,
        .size = MEMORY_SIZE,
        .protect = protect,
    };
    struct elf_image elf;
    bool loaded;

    if (!elf_read(&elf, test_image_file(image, size), &failure))
        return failure.text;
    loaded = elf_load(&elf, &guest, end, &failure);
    elf_close(&elf);
    return loaded ? NULL : failure.text;
}

static void a_good_image_is_loaded(void **state)
{
    struct test_image image;
    uint64_t end;

    (void)state;
    test_image_make(&image);
    memory[0x102000] = 1; /* bytes of a segment that are not in the file */
    assert_null(load(&image, sizeof image, &end));
    assert_int_equal(end, 0x103000);
    assert_memory_equal(memory + 0x100000, image.text, sizeof image.text);
    assert_memory_equal(memory + 0x101000, image.data, sizeof image.data);
    assert_int_equal(memory[0x101bff], 0xdd);
    assert_int_equal(memory[0x101c00], 0);
    assert_int_equal(memory[0x102000], 0);
}

static void segments_are_protected_as_they_say(void **state)
{
    struct test_image image;
    uint64_t end;

    (void)state;
    test_image_make(&image);
    assert_null(load(&image, sizeof image, &end));
    assert_int_equal(flags_of_page[0xff], 0);
    assert_int_equal(flags_of_page[0x100], PF_R | PF_X);
    assert_int_equal(flags_of_page[0x101], PF_R | PF_W);
    assert_int_equal(flags_of_page[0x102], PF_R | PF_W);
    assert_int_equal(flags_of_page[0x103], 0);
}

/* What Solo5 does not look at is nothing to us, either. */
static void bss_may_say_anything(void **state)
{
    struct test_image image;
    uint64_t end;

    (void)state;
    test_image_make(&image);
    image.segments[TEST_BSS].p_memsz = UINT64_MAX;
    image.segments[TEST_BSS].p_align = 3;
    image.segments[TEST_EMPTY].p_memsz = UINT64_MAX;
    image.header.e_ident[EI_OSABI] = 99;
    image.header.e_flags = 99;
    assert_null(load(&image, sizeof image, &end));
}

static void a_page_that_cannot_be_protected_is_a_failure(void **state)
{
    struct test_image image;
    uint64_t end;

    (void)state;
    test_image_make(&image);
    protect_fails = true;
    assert_string_equal(load(&image, sizeof image, &end),
                        "phdr[0]: cannot set its permissions: Cannot allocate "
                        "memory");
}

/* ---- bad images ---- */

/* A number somewhere in the image, and what is said of another value. */
struct mistake {
    size_t offset;
    size_t size;
    uint64_t value;
    const char *text;
};

#define HEADER(member, value, text)                                            \
    {                                                                          \
        offsetof(struct test_image, header.member),                            \
            sizeof(((Elf64_Ehdr *)0)->member), value, text                     \
    }
#define SEGMENT(index, member, value, text)                                    \
    {                                                                          \
        offsetof(struct test_image, segments[index].member),                   \
            sizeof(((Elf64_Phdr *)0)->member), value, text                     \
    }

#define BAD "invalid executable: "
#define INVALID                                                                \
    "invalid or unsupported executable (elf header invalid while loading "     \
    "note)"

static const struct mistake mistakes[] = {
    HEADER(e_ident[EI_MAG0], 0, INVALID),
    HEADER(e_ident[EI_MAG3], 'f', INVALID),
    HEADER(e_ident[EI_CLASS], ELFCLASS32, INVALID),
    HEADER(e_ident[EI_DATA], ELFDATA2MSB, INVALID),
    HEADER(e_version, 2, INVALID),
    HEADER(e_type, ET_DYN, INVALID),
    HEADER(e_type, ET_REL, INVALID),
    HEADER(e_machine, EM_AARCH64, INVALID),
    HEADER(e_ehsize, 63, INVALID),
    HEADER(e_phentsize, 0, INVALID),
    HEADER(e_phentsize, 64, INVALID),
    HEADER(e_phnum, 0, INVALID),
    HEADER(e_phnum, 0xffff,
           BAD "program header does not match the expected size "
               "(8056 != 3669960)"),
    HEADER(e_phoff, 0x10000000,
           BAD "program header does not match the expected size (0 != 448)"),
    HEADER(e_phoff, UINT64_MAX,
           BAD "program header does not match the expected size (0 != 448)"),
    HEADER(e_entry, 0xfffff,
           BAD "e_entry does not fall within the memory allocation range "
               "(1048575 < 1048576)"),
    HEADER(e_entry, MEMORY_SIZE,
           BAD "e_entry does not fall within the memory allocation range "
               "(2097152 >= 2097152)"),
    SEGMENT(TEST_TEXT, p_vaddr, 0xfffff,
            BAD "phdr[0].p_vaddr outside of valid memory range "
                "(1048575 < 1048576)"),
    SEGMENT(TEST_TEXT, p_vaddr, 0x102000,
            BAD "phdr[1].p_vaddr is not in ascending order "
                "(1052672 < 1056768)"),
    SEGMENT(TEST_TEXT, p_align, 0,
            BAD "phdr[0].p_vaddr is outside of memory range "
                "(align_down 1048576 to 0)"),
    SEGMENT(TEST_TEXT, p_align, 0x1800,
            BAD "phdr[0].p_vaddr is outside of memory range "
                "(align_down 1048576 to 6144)"),
    SEGMENT(TEST_TEXT, p_align, 0x200000,
            BAD "phdr[0].p_vaddr_start is outside of memory range "
                "(0 < 1048576)"),
    SEGMENT(TEST_DATA, p_vaddr, 0x100800,
            BAD "phdr[1].p_vaddr_start is outside of memory range "
                "(1048576 < 1052672)"),
    SEGMENT(TEST_TEXT, p_memsz, 0x1001,
            BAD "phdr[1].p_vaddr_start is outside of memory range "
                "(1052672 < 1056768)"),
    SEGMENT(TEST_DATA, p_vaddr, MEMORY_SIZE,
            BAD "phdr[1] program file segment falls outside of valid range "
                "(2097152 + 3072 > 2097152)"),
    SEGMENT(TEST_DATA, p_vaddr, UINT64_MAX & ~0xfff,
            BAD "phdr[1] program file segment falls outside of valid range "
                "(18446744073709547520 + 3072 > 2097152)"),
    SEGMENT(TEST_DATA, p_filesz, MEMORY_SIZE,
            BAD "phdr[1] program file segment falls outside of valid range "
                "(1052672 + 2097152 > 2097152)"),
    SEGMENT(TEST_DATA, p_filesz, UINT64_MAX,
            BAD "phdr[1] program file segment falls outside of valid range "
                "(1052672 + 18446744073709551615 > 2097152)"),
    SEGMENT(TEST_DATA, p_memsz, 0xbff,
            BAD "phdr[1] program memory segment falls outside of valid range "
                "(1052672 + 3071 > 2097152)"),
    SEGMENT(TEST_DATA, p_memsz, MEMORY_SIZE,
            BAD "phdr[1] program memory segment falls outside of valid range "
                "(1052672 + 2097152 > 2097152)"),
    SEGMENT(TEST_DATA, p_memsz, UINT64_MAX,
            BAD "phdr[1] program memory segment falls outside of valid range "
                "(1052672 + 18446744073709551615 > 2097152)"),
    SEGMENT(TEST_DATA, p_memsz, UINT64_MAX - 0x101000,
            BAD "phdr[1] program memory segment falls outside of valid range "
                "(1052672 + 18446744073708498943 > 2097152)"),
    SEGMENT(TEST_TEXT, p_offset, sizeof(struct test_image) - 0xfff,
            BAD "phdr[0] program file segment falls outside of valid range "
                "(4095 < 4096)"),
    SEGMENT(TEST_TEXT, p_offset, UINT64_MAX,
            BAD "phdr[0] program file segment falls outside of valid range "
                "(0 < 4096)"),
    SEGMENT(TEST_DATA, p_align, 16,
            BAD "phdr[1].p_vaddr_end not aligned with architectural page size "
                "(1058816 % 4096)"),
    SEGMENT(TEST_TEXT, p_flags, PF_R | PF_W | PF_X,
            BAD "phdr[0] requests WRITE and EXEC permissions"),
    SEGMENT(TEST_DATA, p_flags, PF_W | PF_X,
            BAD "phdr[1] requests WRITE and EXEC permissions"),
};

static void every_mistake_has_its_message(void **state)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        const struct mistake *mistake = &mistakes[i];
        struct test_image image;
        const char *text;
        uint64_t end;

        clear_memory(state);
        test_image_make(&image);
        memcpy((char *)&image + mistake->offset, &mistake->value,
               mistake->size);
        text = load(&image, sizeof image, &end);
        assert_non_null(text);
        assert_string_equal(text, mistake->text);
    }
}

static void a_start_inside_a_page_is_refused(void **state)
{
    struct test_image image;
    uint64_t end;

    (void)state;
    test_image_make(&image);
    image.segments[TEST_TEXT].p_vaddr = 0x100810;
    image.segments[TEST_TEXT].p_align = 16;
    image.segments[TEST_TEXT].p_filesz = 0x10;
    image.segments[TEST_TEXT].p_memsz = 0x10;
    assert_string_equal(load(&image, sizeof image, &end),
                        BAD "phdr[0].p_vaddr_start not aligned with "
                            "architectural page size (1050640 % 4096)");
}

static void a_file_that_ends_too_soon_is_refused(void **state)
{
    struct test_image image;
    uint64_t end;

    (void)state;
    test_image_make(&image);
    assert_string_equal(
        load(&image, 0, &end),
        BAD "elf header does not match the expected size (0 != 64)");
    assert_string_equal(
        load(&image, 63, &end),
        BAD "elf header does not match the expected size (63 != 64)");
    assert_string_equal(
        load(&image, 64 + 447, &end),
        BAD "program header does not match the expected size (447 != 448)");
    assert_string_equal(
        load(&image, offsetof(struct test_image, data) + 3071, &end),
        BAD "phdr[1] program file segment falls outside of "
            "valid range (3071 < 3072)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_good_image_is_loaded, clear_memory),
        cmocka_unit_test_setup(segments_are_protected_as_they_say,
                               clear_memory),
        cmocka_unit_test_setup(bss_may_say_anything, clear_memory),
        cmocka_unit_test_setup(a_page_that_cannot_be_protected_is_a_failure,
                               clear_memory),
        cmocka_unit_test_setup(every_mistake_has_its_message, clear_memory),
        cmocka_unit_test_setup(a_start_inside_a_page_is_refused, clear_memory),
        cmocka_unit_test_setup(a_file_that_ends_too_soon_is_refused,
                               clear_memory),
    };

    return cmocka_run_group_tests_name("elf_load", tests, make_memory, NULL);
}
