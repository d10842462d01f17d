/* What a guest finds in its registers, against the ABI's table. */
#include "descriptors.h"
#include "layout.h"
#include "registers.h"
#include "test.h"

#define SUPERVISOR 0x20000000ull

static void stock_registers_are_those_of_the_abi(void **state)
{
    struct kvm_sregs sregs;

    (void)state;
    registers_set_stock(&sregs);
    assert_int_equal(sregs.cr0, 0x80010021);
    assert_int_equal(sregs.cr3, 0x2000);
    assert_int_equal(sregs.cr4, 0x620);
    assert_int_equal(sregs.efer, 0x500);
    assert_int_equal(sregs.gdt.base, 0x1000);
    assert_int_equal(sregs.gdt.limit, 23);
    assert_int_equal(sregs.idt.base, 0);
    assert_int_equal(sregs.idt.limit, 0);
    assert_int_equal(sregs.apic_base, 0);
}

static void stock_segments_are_those_of_the_abi(void **state)
{
    struct kvm_sregs sregs;

    (void)state;
    registers_set_stock(&sregs);
    assert_int_equal(sregs.cs.selector, 8);
    assert_int_equal(sregs.cs.type, 9);
    assert_int_equal(sregs.cs.limit, 0xffffffff);
    assert_int_equal(sregs.cs.l, 1);
    assert_int_equal(sregs.cs.db, 0);
    assert_int_equal(sregs.cs.dpl, 0);
    assert_int_equal(sregs.ss.selector, 16);
    assert_int_equal(sregs.ss.type, 3);
    assert_int_equal(sregs.ss.db, 1);
    assert_int_equal(sregs.gs.selector, 16);
    assert_int_equal(sregs.tr.selector, 0);
    assert_int_equal(sregs.tr.type, 11);
    assert_int_equal(sregs.tr.present, 1);
    assert_int_equal(sregs.ldt.unusable, 1);
}

static void a_guest_starts_with_its_stack_at_the_top(void **state)
{
    struct kvm_regs regs;

    (void)state;
    registers_set_general(&regs, 0x100020, 512 << 20);
    assert_int_equal(regs.rip, 0x100020);
    assert_int_equal(regs.rsp, (512 << 20) - 8);
    assert_int_equal(regs.rdi, 0x10000);
    assert_int_equal(regs.rflags, 2);
    assert_int_equal(regs.rax | regs.rbp | regs.rsi | regs.r15, 0);
}

static void ring_3_has_no_privilege(void **state)
{
    struct kvm_sregs sregs;

    (void)state;
    registers_set_ring3(&sregs, SUPERVISOR, true);
    assert_int_equal(sregs.cs.selector, 0x1b);
    assert_int_equal(sregs.cs.dpl, 3);
    assert_int_equal(sregs.ss.selector, 0x23);
    assert_int_equal(sregs.ss.dpl, 3);
    assert_int_equal(sregs.fs.base | sregs.gs.base, 0);
    assert_int_equal(sregs.cr0, 0x80010023);
    assert_int_equal(sregs.cr4, 0x50620);
    assert_int_equal(sregs.efer, 0xd00);
}

static void ring_3_finds_its_tables_in_the_supervisor_area(void **state)
{
    struct kvm_sregs sregs;

    (void)state;
    registers_set_ring3(&sregs, SUPERVISOR, false);
    assert_int_equal(sregs.cr4, 0x10620);
    assert_int_equal(sregs.cr3, SUPERVISOR + SUPERVISOR_TABLES);
    assert_int_equal(sregs.gdt.base, SUPERVISOR + GDT_OFFSET);
    assert_int_equal(sregs.idt.base, SUPERVISOR + IDT_OFFSET);
    assert_int_equal(sregs.tr.base, SUPERVISOR + TSS_OFFSET);
    assert_int_equal(sregs.tr.selector, TASK_STATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stock_registers_are_those_of_the_abi),
        cmocka_unit_test(stock_segments_are_those_of_the_abi),
        cmocka_unit_test(a_guest_starts_with_its_stack_at_the_top),
        cmocka_unit_test(ring_3_has_no_privilege),
        cmocka_unit_test(ring_3_finds_its_tables_in_the_supervisor_area),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
