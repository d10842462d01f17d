/* What counts as a manifest, and finding devices in it. */
#include "manifest.h"
#include "test.h"
#include <string.h>

static struct manifest sample(void)
{
    struct manifest manifest = {
        .version = MFT_VERSION,
        .entries = 4,
        .e = {{.type = MFT_RESERVED_FIRST},
              {.name = "a", .type = MFT_DEV_NET_BASIC},
              {.name = "a", .type = MFT_DEV_BLOCK_BASIC},
              {.name = "a", .type = MFT_DEV_NET_BASIC}},
    };

    return manifest;
}

static bool is_valid(const struct manifest *manifest)
{
    return manifest_is_valid(manifest, 8 + 104 * manifest->entries);
}

static void a_manifest_is_valid(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    assert_true(is_valid(&manifest));
    manifest.entries = 1;
    assert_true(is_valid(&manifest));
    manifest.entries = MFT_MAX_ENTRIES;
    assert_true(is_valid(&manifest));
}

static void its_size_must_be_exact(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    assert_false(manifest_is_valid(&manifest, 0));
    assert_false(manifest_is_valid(&manifest, 7));
    assert_false(manifest_is_valid(&manifest, 8 + 104 * 4 - 1));
    assert_false(manifest_is_valid(&manifest, 8 + 104 * 4 + 1));
}

static void its_numbers_must_be_right(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    manifest.version = 2;
    assert_false(is_valid(&manifest));
    manifest = sample();
    manifest.entries = 0;
    assert_false(is_valid(&manifest));
    manifest.entries = MFT_MAX_ENTRIES + 1;
    assert_false(manifest_is_valid(&manifest, 8 + 104 * 65));
    manifest.entries = UINT32_MAX;
    assert_false(manifest_is_valid(&manifest, 8 + 104 * 64));
}

static void its_first_entry_is_reserved(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    manifest.e[0].type = MFT_DEV_NET_BASIC;
    assert_false(is_valid(&manifest));
    manifest = sample();
    manifest.e[0].name[0] = 'x';
    assert_false(is_valid(&manifest));
}

static void names_end_and_nothing_is_attached(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    memset(manifest.e[2].name, 'x', MFT_NAME_SIZE);
    assert_false(is_valid(&manifest));
    manifest = sample();
    memset(&manifest.e[1].attached, 0xff, 1);
    assert_false(is_valid(&manifest));
}

static void the_first_of_a_name_and_type_is_found(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    assert_ptr_equal(manifest_find(&manifest, "a", MFT_DEV_NET_BASIC),
                     &manifest.e[1]);
    assert_ptr_equal(manifest_find(&manifest, "a", MFT_DEV_BLOCK_BASIC),
                     &manifest.e[2]);
    assert_null(manifest_find(&manifest, "b", MFT_DEV_NET_BASIC));
    assert_null(manifest_find(&manifest, "", MFT_RESERVED_FIRST));
}

static void only_attached_devices_have_handles(void **state)
{
    struct manifest manifest = sample();

    (void)state;
    assert_null(manifest_attached(&manifest, 1, MFT_DEV_NET_BASIC));
    manifest.e[1].attached = true;
    assert_ptr_equal(manifest_attached(&manifest, 1, MFT_DEV_NET_BASIC),
                     &manifest.e[1]);
    assert_null(manifest_attached(&manifest, 1, MFT_DEV_BLOCK_BASIC));
    assert_null(manifest_attached(&manifest, 4, MFT_DEV_NET_BASIC));
    assert_null(manifest_attached(&manifest, UINT64_MAX, MFT_DEV_NET_BASIC));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_manifest_is_valid),
        cmocka_unit_test(its_size_must_be_exact),
        cmocka_unit_test(its_numbers_must_be_right),
        cmocka_unit_test(its_first_entry_is_reserved),
        cmocka_unit_test(names_end_and_nothing_is_attached),
        cmocka_unit_test(the_first_of_a_name_and_type_is_found),
        cmocka_unit_test(only_attached_devices_have_handles),
    };

    return cmocka_run_group_tests_name("manifest", tests, NULL, NULL);
}
