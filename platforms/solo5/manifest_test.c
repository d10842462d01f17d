#define MFT_ENTRIES 4
#include "manifest.h"
#include "output_test.h"
#include "test.h"

static const struct mft1_note note = {
    .m = {.version = MFT_VERSION,
          .entries = MFT_ENTRIES,
          .e = {{.name = "", .type = MFT_RESERVED_FIRST},
                {.name = "service", .type = MFT_DEV_NET_BASIC},
                {.name = "storage", .type = MFT_DEV_BLOCK_BASIC},
                {.name = "service", .type = MFT_DEV_BLOCK_BASIC}}}};

static struct mft *manifest = (struct mft *)&note.m;

static void a_device_is_found_by_name_and_type(void **state)
{
    unsigned handle = 0;

    (void)state;
    assert_ptr_equal(
        solo5_manifest_find(manifest, "service", MFT_DEV_NET_BASIC, &handle),
        &manifest->e[1]);
    assert_int_equal(handle, 1);
    solo5_manifest_find(manifest, "service", MFT_DEV_BLOCK_BASIC, &handle);
    assert_int_equal(handle, 3);
}

static void a_missing_device_is_named(void **state)
{
    unsigned handle;

    (void)state;
    clear_output();
    assert_null(
        solo5_manifest_find(manifest, "storage", MFT_DEV_NET_BASIC, &handle));
    assert_string_equal(
        output, "Solo5: there is no network device 'storage' in this image\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_device_is_found_by_name_and_type),
        cmocka_unit_test(a_missing_device_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
