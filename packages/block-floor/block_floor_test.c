#include "block_floor.h"
#include "conformance.h"
#include "test.h"
#include <mirage/exit.h>
#include <mirage/fake.h>
#include <string.h>

static struct mirage_block *connect_disk(bool writable)
{
    fake_reset();
    fake_add_disk("storage", (struct mirage_disk_info){512, 64, writable});
    return block_floor_connect("storage");
}

static void it_is_a_disk(void **state)
{
    struct mirage_block *block = connect_disk(true);

    (void)state;
    conformance_block(block);
    assert_true(fake_disk_flushes("storage") > 0);
    mirage_block_disconnect(block);
}

static void sectors_may_be_large(void **state)
{
    struct mirage_block *block;

    (void)state;
    fake_reset();
    fake_add_disk("big", (struct mirage_disk_info){4096, 64, true});
    block = block_floor_connect("big");
    conformance_block(block);
    mirage_block_disconnect(block);
}

static void a_disk_may_be_read_only(void **state)
{
    struct mirage_block *block = connect_disk(false);

    (void)state;
    conformance_block_read_only(block);
    mirage_block_disconnect(block);
}

static void what_fails_below_is_told(void **state)
{
    struct mirage_block *block = connect_disk(true);
    uint8_t data[512] = {0};

    (void)state;
    fake_fail_disk("storage", 0, MIRAGE_DISCONNECTED);
    assert_int_equal(mirage_block_read(block, 0, 1, data), MIRAGE_DISCONNECTED);
    assert_int_equal(mirage_block_flush(block), MIRAGE_DISCONNECTED);
    fake_fail_disk("storage", 0, MIRAGE_NO_SPACE);
    assert_int_equal(mirage_block_write(block, 0, 1, data), MIRAGE_NO_SPACE);
    mirage_block_disconnect(block);
}

static void connect_missing(void *name)
{
    fake_reset();
    block_floor_connect(name);
}

static void without_its_disk_a_unikernel_ends(void **state)
{
    struct fake_result result = fake_child(connect_missing, "missing");

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, MIRAGE_EXIT_CRASH);
    assert_non_null(strstr(fake_log(), "ERR [block-floor] cannot connect the "
                                       "disk 'missing': "));
}

static void nothing_is_no_disk_to_disconnect(void **state)
{
    (void)state;
    mirage_block_disconnect(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_a_disk),
        cmocka_unit_test(sectors_may_be_large),
        cmocka_unit_test(a_disk_may_be_read_only),
        cmocka_unit_test(what_fails_below_is_told),
        cmocka_unit_test(without_its_disk_a_unikernel_ends),
        cmocka_unit_test(nothing_is_no_disk_to_disconnect),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
