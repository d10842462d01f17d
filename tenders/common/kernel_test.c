/* Notes of an image: the ABI, the manifest, and our own. */
#include "kernel.h"
#include "test.h"
#include "test_image.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct abi_info spt = {.target = ABI_TARGET_SPT, .version = 2};

/* Returns what is wrong with an image for spt; NULL if nothing is. */
static const char *open_image(const struct test_image *image, size_t size,
                              struct kernel *kernel)
{
    static struct failure failure;
    int fd = test_image_file(image, size);
    char path[32];
    bool opened;

    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    opened = kernel_open(kernel, path, &spt, &failure);
    close(fd);
    return opened ? NULL : failure.text;
}

static void assert_refused(const struct test_image *image, const char *text)
{
    struct kernel kernel;
    const char *got = open_image(image, sizeof *image, &kernel);

    assert_non_null(got);
    assert_string_equal(got, text);
}

static void a_good_image_says_what_it_is(void **state)
{
    struct test_image image;
    struct kernel kernel;

    (void)state;
    test_image_make(&image);
    assert_null(open_image(&image, sizeof image, &kernel));
    assert_int_equal(kernel.elf.entry, 0x100020);
    assert_int_equal(kernel.manifest.entries, 3);
    assert_string_equal(kernel.manifest.e[1].name, "service");
    assert_true(kernel.is_ours);
    assert_int_equal(kernel.flags, MIRAGE_IMAGE_SPLITS_ARGUMENTS);
    elf_close(&kernel.elf);
}

static void an_image_without_our_note_is_a_stock_one(void **state)
{
    struct test_image image;
    struct kernel kernel;

    (void)state;
    test_image_make(&image);
    image.mirage.name[0] = 'm';
    assert_null(open_image(&image, sizeof image, &kernel));
    assert_false(kernel.is_ours);
    assert_int_equal(kernel.flags, 0);
    elf_close(&kernel.elf);
    image.mirage.name[0] = 'M';
    image.mirage.descriptor_size = 999;
    assert_null(open_image(&image, sizeof image, &kernel));
    assert_false(kernel.is_ours);
    elf_close(&kernel.elf);
}

static void an_image_cannot_attach_its_devices(void **state)
{
    struct test_image image;
    struct kernel kernel;

    (void)state;
    test_image_make(&image);
    image.e[2].b.hostfd = 1;
    image.e[2].u.block.capacity = 512;
    assert_null(open_image(&image, sizeof image, &kernel));
    assert_int_equal(kernel.manifest.e[2].b.hostfd, 0);
    assert_int_equal(kernel.manifest.e[2].u.block.capacity, 0);
    elf_close(&kernel.elf);
}

static void a_file_that_is_not_there_is_named(void **state)
{
    struct kernel kernel;
    struct failure failure;

    (void)state;
    assert_false(kernel_open(&kernel, "/nonexistent", &spt, &failure));
    assert_string_equal(failure.text,
                        "Could not open: No such file or directory");
    assert_false(kernel_open(&kernel, "/", &spt, &failure));
    assert_string_equal(failure.text, "Is a directory");
}

static void an_image_must_be_for_this_tender(void **state)
{
    struct test_image image;

    (void)state;
    test_image_make(&image);
    image.abi_descriptor[0] = ABI_TARGET_HVT;
    assert_refused(&image, "Executable is not for the solo5-spt target");
    image.abi_descriptor[0] = ABI_TARGET_SPT;
    image.abi_descriptor[1] = 1;
    assert_refused(&image, "Executable requests unsupported ABI version 1");
}

static void missing_notes_are_told(void **state)
{
    struct test_image image;

    (void)state;
    test_image_make(&image);
    image.abi.header.n_type++;
    assert_refused(&image, "No Solo5 ABI information found in executable");
    test_image_make(&image);
    image.manifest.name[0] = 's';
    assert_refused(&image, "No Solo5 manifest found in executable");
    test_image_make(&image);
    image.segments[TEST_MANIFEST].p_type = PT_NULL;
    assert_refused(&image, "No Solo5 manifest found in executable");
    test_image_make(&image);
    image.abi.header.n_namesz = 5;
    assert_refused(&image, "No Solo5 ABI information found in executable");
}

static void a_note_must_fit_in_its_segment(void **state)
{
    struct test_image image;

    (void)state;
    test_image_make(&image);
    image.segments[TEST_OTHER].p_filesz = 11;
    assert_refused(&image, "invalid executable: phdr[4].p_filesz note does not "
                           "fall within valid size (11 < 12)");
    test_image_make(&image);
    image.segments[TEST_ABI].p_filesz--;
    assert_refused(&image, "invalid executable: note does not fall within "
                           "valid size (16)");
    test_image_make(&image);
    image.segments[TEST_ABI].p_filesz = 19;
    assert_refused(&image, "No Solo5 ABI information found in executable");
}

static void a_note_has_a_smallest_and_a_largest_size(void **state)
{
    const uint32_t abi_sizes[] = {0, 33, 0x80000000, 0xffffffff};
    const uint32_t manifest_sizes[] = {0, 4, 6669, 0xffffffff};
    struct test_image image;
    char text[80];

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        test_image_make(&image);
        image.abi.header.n_descsz = abi_sizes[i];
        image.segments[TEST_ABI].p_filesz = UINT64_MAX;
        snprintf(text, sizeof text,
                 "invalid executable: note does not fall within valid size "
                 "(%u)",
                 abi_sizes[i]);
        assert_refused(&image, text);
        test_image_make(&image);
        image.manifest.header.n_descsz = manifest_sizes[i];
        image.segments[TEST_MANIFEST].p_filesz = UINT64_MAX;
        snprintf(text, sizeof text,
                 "invalid executable: note does not fall within valid size "
                 "(%u)",
                 manifest_sizes[i]);
        assert_refused(&image, text);
    }
}

static void a_note_outside_of_the_file_is_refused(void **state)
{
    struct test_image image;

    (void)state;
    test_image_make(&image);
    image.segments[TEST_ABI].p_offset = sizeof image;
    assert_refused(&image, "invalid executable: note does not fall within "
                           "valid size (0 != 20)");
    image.segments[TEST_ABI].p_offset = UINT64_MAX;
    assert_refused(&image, "invalid executable: note does not fall within "
                           "valid size (0 != 20)");
}

static void only_the_first_note_of_its_kind_counts(void **state)
{
    struct test_image image;
    struct kernel kernel;

    (void)state;
    test_image_make(&image);
    image.segments[TEST_MIRAGE] = image.segments[TEST_ABI];
    image.segments[TEST_MIRAGE].p_filesz = 20; /* too short to be good */
    assert_null(open_image(&image, sizeof image, &kernel));
    elf_close(&kernel.elf);
}

static void a_bad_manifest_is_refused(void **state)
{
    struct test_image image;

    (void)state;
    test_image_make(&image);
    image.version = 2;
    assert_refused(&image, "Solo5 manifest is invalid");
    test_image_make(&image);
    image.manifest.header.n_descsz -= 104;
    assert_refused(&image, "Solo5 manifest is invalid");
}

static void targets_have_names(void **state)
{
    (void)state;
    assert_string_equal(abi_target_name(1), "hvt");
    assert_string_equal(abi_target_name(6), "xen");
    assert_string_equal(abi_target_name(0), "unknown");
    assert_string_equal(abi_target_name(7), "unknown");
    assert_string_equal(abi_target_name(UINT32_MAX), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_image_says_what_it_is),
        cmocka_unit_test(an_image_without_our_note_is_a_stock_one),
        cmocka_unit_test(an_image_cannot_attach_its_devices),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
        cmocka_unit_test(an_image_must_be_for_this_tender),
        cmocka_unit_test(missing_notes_are_told),
        cmocka_unit_test(a_note_must_fit_in_its_segment),
        cmocka_unit_test(a_note_has_a_smallest_and_a_largest_size),
        cmocka_unit_test(a_note_outside_of_the_file_is_refused),
        cmocka_unit_test(only_the_first_note_of_its_kind_counts),
        cmocka_unit_test(a_bad_manifest_is_refused),
        cmocka_unit_test(targets_have_names),
    };

    return cmocka_run_group_tests_name("kernel", tests, NULL, NULL);
}
