#include "conformance.h"
#include "ramdisk.h"
#include "test.h"
#include <mirage/exit.h>
#include <mirage/fake.h>
#include <string.h>

static void it_is_a_disk_of_any_size(void **state)
{
    static const uint64_t counts[] = {64, 65, 32768};

    (void)state;
    for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
        struct mirage_block *disk = ramdisk_connect("ram", counts[i]);

        assert_true(disk->info.sector_count == counts[i]);
        conformance_block(disk);
        mirage_block_disconnect(disk);
    }
}

static void it_is_zeroes_at_first(void **state)
{
    struct mirage_block *disk = ramdisk_connect("ram", 2);
    uint8_t data[2 * RAMDISK_SECTOR_SIZE], zeroes[sizeof(data)] = {0};

    (void)state;
    memset(data, 1, sizeof(data));
    assert_int_equal(mirage_block_read(disk, 0, 2, data), MIRAGE_OK);
    assert_memory_equal(data, zeroes, sizeof(data));
    mirage_block_disconnect(disk);
}

static void it_may_have_no_sectors(void **state)
{
    struct mirage_block *disk = ramdisk_connect("ram", 0);
    uint8_t data[RAMDISK_SECTOR_SIZE];

    (void)state;
    assert_int_equal(mirage_block_read(disk, 0, 1, data), MIRAGE_OUT_OF_RANGE);
    mirage_block_disconnect(disk);
}

static void connect_huge(void *sector_count)
{
    fake_reset();
    ramdisk_connect("huge", *(uint64_t *)sector_count);
}

static void too_large_a_disk_ends_the_unikernel(void **state)
{
    uint64_t sector_count = UINT64_MAX / 2;
    struct fake_result result = fake_child(connect_huge, &sector_count);

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, MIRAGE_EXIT_CRASH);
    assert_non_null(strstr(fake_log(), "there is no memory for the ramdisk "
                                       "'huge' of 9223372036854775807 sectors "
                                       "of 512 bytes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_a_disk_of_any_size),
        cmocka_unit_test(it_is_zeroes_at_first),
        cmocka_unit_test(it_may_have_no_sectors),
        cmocka_unit_test(too_large_a_disk_ends_the_unikernel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
