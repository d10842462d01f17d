/* Which addresses of a guest a hypercall may name. */
#include "guest.h"
#include "test.h"
#include <elf.h>

enum { SIZE = 0x10000 };

static uint8_t memory[SIZE];
static const struct guest_segment segments[] = {
    {0x1000, 0x3000, PF_R | PF_X},
    {0x3000, 0x4000, PF_R | PF_W},
};
static struct guest guest = {
    .memory = memory,
    .size = SIZE,
    .segments = segments,
    .segment_count = 2,
};

static void memory_can_be_read(void **state)
{
    (void)state;
    assert_ptr_equal(guest_readable(&guest, 0, 1), memory);
    assert_ptr_equal(guest_readable(&guest, 0x1000, 0x2000), memory + 0x1000);
    assert_ptr_equal(guest_readable(&guest, 0, SIZE - 1), memory);
    assert_ptr_equal(guest_readable(&guest, SIZE - 1, 0), memory + SIZE - 1);
}

static void the_last_byte_is_refused_as_in_solo5(void **state)
{
    (void)state;
    assert_null(guest_readable(&guest, 0, SIZE));
    assert_null(guest_readable(&guest, SIZE - 8, 8));
    assert_non_null(guest_readable(&guest, SIZE - 8, 7));
}

static void what_is_outside_is_refused(void **state)
{
    (void)state;
    assert_null(guest_readable(&guest, SIZE, 0));
    assert_null(guest_readable(&guest, SIZE, 1));
    assert_null(guest_readable(&guest, SIZE + 1, 1));
    assert_null(guest_readable(&guest, UINT64_MAX, 1));
    assert_null(guest_readable(&guest, 1, SIZE));
}

static void sizes_that_wrap_are_refused(void **state)
{
    (void)state;
    assert_null(guest_readable(&guest, 16, UINT64_MAX));
    assert_null(guest_readable(&guest, 16, UINT64_MAX - 15));
    assert_null(guest_writable(&guest, 0x4000, -(uint64_t)0x3000));
    assert_null(guest_writable(&guest, UINT64_MAX, UINT64_MAX));
}

static void read_only_parts_cannot_be_written(void **state)
{
    (void)state;
    assert_null(guest_writable(&guest, 0x1000, 1));
    assert_null(guest_writable(&guest, 0x2fff, 1));
    assert_null(guest_writable(&guest, 0xfff, 2));
    assert_null(guest_writable(&guest, 0, SIZE - 1));
    assert_non_null(guest_writable(&guest, 0xfff, 1));
    assert_non_null(guest_writable(&guest, 0x3000, 0x1000));
    assert_non_null(guest_writable(&guest, 0x4000, 0x1000));
}

static void a_refusal_says_what_was_refused(void **state)
{
    (void)state;
    assert_null(guest_readable(&guest, SIZE + 5, 7));
    assert_int_equal(guest.refused_address, SIZE + 5);
    assert_int_equal(guest.refused_size, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_can_be_read),
        cmocka_unit_test(the_last_byte_is_refused_as_in_solo5),
        cmocka_unit_test(what_is_outside_is_refused),
        cmocka_unit_test(sizes_that_wrap_are_refused),
        cmocka_unit_test(read_only_parts_cannot_be_written),
        cmocka_unit_test(a_refusal_says_what_was_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
