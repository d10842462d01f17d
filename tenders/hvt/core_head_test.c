/* The head of a core, as gdb reads it. */
#include "core_dump.h"
#include "test.h"
#include <elf.h>
#include <string.h>

static uint8_t head[CORE_HEAD_SIZE];

static uint64_t number_at(size_t offset, size_t size)
{
    uint64_t number = 0;

    memcpy(&number, head + offset, size);
    return number;
}

static void a_core_is_laid_out_as_solo5s(void **state)
{
    struct kvm_regs regs = {.r15 = 15, .rip = 0x1234, .rsp = 0x5678};
    struct kvm_sregs sregs = {.cs = {.selector = 0x1b}};
    const size_t status = 0xb0 + 12 + 8, registers = status + 112;

    (void)state;
    sregs.fs.base = 0xabc;
    core_dump_write_head(head, 4 << 20, &regs, &sregs);
    assert_memory_equal(head, ELFMAG, SELFMAG);
    assert_int_equal(head[EI_OSABI], 255);
    assert_int_equal(number_at(16, 2), ET_CORE);
    assert_int_equal(number_at(64 + 8, 8), 0xb0);
    assert_int_equal(number_at(64 + 32, 8), 0x164);
    assert_int_equal(number_at(120 + 8, 8), 0x214);
    assert_int_equal(number_at(120 + 32, 8), 4 << 20);
    assert_int_equal(number_at(0xb0, 4), 8);
    assert_int_equal(number_at(0xb4, 4), 336);
    assert_int_equal(number_at(registers, 8), 15);
    assert_int_equal(number_at(registers + 128, 8), 0x1234);
    assert_int_equal(number_at(registers + 136, 8), 0x1b);
    assert_int_equal(number_at(registers + 152, 8), 0x5678);
    assert_int_equal(number_at(registers + 168, 8), 0xabc);
}

static void what_the_guest_says_of_its_fault_counts(void **state)
{
    struct hvt_trap_frame frame = {
        .rip = 1, .cs = 2, .rflags = 3, .rsp = 4, .ss = 5};
    struct kvm_regs regs = {.rax = 9, .rip = 7};
    struct kvm_sregs sregs = {0};

    (void)state;
    core_dump_apply(&frame, &regs, &sregs);
    assert_int_equal(regs.rip, 1);
    assert_int_equal(sregs.cs.selector, 2);
    assert_int_equal(regs.rflags, 3);
    assert_int_equal(regs.rsp, 4);
    assert_int_equal(sregs.ss.selector, 5);
    assert_int_equal(regs.rax, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_core_is_laid_out_as_solo5s),
        cmocka_unit_test(what_the_guest_says_of_its_fault_counts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
