/* Descriptors, decoded the way a processor does. */
#include "descriptors.h"
#include "layout.h"
#include "test.h"
#include <solo5/hvt_extension.h>
#include <stdbool.h>
#include <string.h>

#define PAGE_ADDRESS 0x123456000ull /* above 4 GiB: all parts count */
#define STUBS        0x123457000ull
#define STACK_TOP    0x123459000ull

static uint8_t page[PAGE_SIZE], stubs[PAGE_SIZE];

static int write_all(void **state)
{
    (void)state;
    descriptors_write(page, PAGE_ADDRESS, STUBS, STACK_TOP);
    descriptors_write_stubs(stubs);
    return 0;
}

static uint64_t word(unsigned offset)
{
    uint64_t value;

    memcpy(&value, page + offset, sizeof(value));
    return value;
}

static void segments_have_their_rings(void **state)
{
    (void)state;
    assert_int_equal(word(GDT_OFFSET), 0);
    assert_int_equal(word(GDT_OFFSET + 8) >> 45 & 3, 0);
    assert_int_equal(word(GDT_OFFSET + (USER_CODE & ~7)) >> 45 & 3, 3);
    assert_int_equal(word(GDT_OFFSET + (USER_DATA & ~7)) >> 45 & 3, 3);
    /* 64-bit code, present */
    assert_int_equal(word(GDT_OFFSET + (USER_CODE & ~7)) >> 53 & 1, 1);
    assert_int_equal(word(GDT_OFFSET + (USER_CODE & ~7)) >> 47 & 1, 1);
}

static void the_task_register_leads_to_the_task_state(void **state)
{
    uint64_t low = word(GDT_OFFSET + TASK_STATE);
    uint64_t base = (low >> 16 & 0xffffff) | (low >> 56) << 24 |
                    word(GDT_OFFSET + TASK_STATE + 8) << 32;

    (void)state;
    assert_int_equal(base, PAGE_ADDRESS + TSS_OFFSET);
    assert_int_equal(low & 0xffff, TSS_SIZE - 1);
    assert_int_equal(word(TSS_OFFSET + 4), STACK_TOP);
}

static void each_gate_leads_to_its_stub(void **state)
{
    (void)state;
    for (unsigned i = 0; i < FAULT_VECTORS; i++) {
        uint64_t low = word(IDT_OFFSET + i * 16);
        uint64_t handler = (low & 0xffff) | (low >> 48) << 16 |
                           word(IDT_OFFSET + i * 16 + 8) << 32;
        uint64_t stub = handler - STUBS;

        assert_true(stub < PAGE_SIZE);
        assert_int_equal(low >> 16 & 0xffff, SUPERVISOR_CODE);
        assert_int_equal(stubs[stub], 0xe7);
        assert_int_equal(stubs[stub + 1], FAULT_PORT + i);
    }
}

static void only_a_breakpoint_may_be_called(void **state)
{
    (void)state;
    for (unsigned i = 0; i < FAULT_VECTORS; i++)
        assert_int_equal(word(IDT_OFFSET + i * 16) >> 45 & 3, i == 3 ? 3 : 0);
}

/* Whether the bitmap lets ring 3 do a 32-bit `out` to the port. */
static bool is_allowed(unsigned port)
{
    unsigned bitmap = TSS_OFFSET + (word(TSS_OFFSET + 96) >> 48);

    for (unsigned i = port; i < port + 4; i++) {
        if (i / 8 + 1 + bitmap >= TSS_OFFSET + TSS_SIZE)
            return false;
        if (page[bitmap + i / 8] >> i % 8 & 1)
            return false;
    }
    return true;
}

static void ring_3_may_use_the_ports_of_calls_and_rings(void **state)
{
    (void)state;
    for (unsigned i = HVT_WALLTIME; i < MIRAGE_HVT_END_OF_CALLS; i++)
        assert_true(is_allowed(HVT_HYPERCALL_PORT + i));
    assert_true(is_allowed(HVT_NET_RING_PORT));
    assert_true(is_allowed(MIRAGE_HVT_BLOCK_RING_PORT));
}

static void ring_3_may_use_no_other_ports(void **state)
{
    (void)state;
    for (unsigned port = 0; port < 0x10000; port++) {
        bool call = port > HVT_HYPERCALL_PORT &&
                    port < HVT_HYPERCALL_PORT + MIRAGE_HVT_END_OF_CALLS;
        bool ring =
            port >= HVT_NET_RING_PORT && port <= MIRAGE_HVT_BLOCK_RING_PORT;

        if (!call && !ring)
            assert_false(is_allowed(port));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(segments_have_their_rings),
        cmocka_unit_test(the_task_register_leads_to_the_task_state),
        cmocka_unit_test(each_gate_leads_to_its_stub),
        cmocka_unit_test(only_a_breakpoint_may_be_called),
        cmocka_unit_test(ring_3_may_use_the_ports_of_calls_and_rings),
        cmocka_unit_test(ring_3_may_use_no_other_ports),
    };

    return cmocka_run_group_tests(tests, write_all, NULL);
}
