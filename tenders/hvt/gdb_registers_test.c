/* KVM's registers in gdb's order. */
#include "gdb_registers.h"
#include "test.h"
#include <string.h>

static struct gdb_registers registers;
static uint8_t block[GDB_REGISTERS_SIZE];

static uint64_t number_at(size_t offset, size_t size)
{
    uint64_t number = 0;

    memcpy(&number, block + offset, size);
    return number;
}

static void registers_lie_where_gdb_looks(void **state)
{
    (void)state;
    registers.regs = (struct kvm_regs){.rax = 1,
                                       .rbx = 2,
                                       .rsp = 8,
                                       .r8 = 9,
                                       .r15 = 16,
                                       .rip = 17,
                                       .rflags = 0x10246};
    registers.sregs.cs.selector = 0x1b;
    registers.sregs.gs.selector = 0x23;
    registers.fpu.fcw = 0x37f;
    registers.fpu.ftwx = 0x01;
    registers.fpu.fpr[1][9] = 0x3f;
    registers.fpu.xmm[15][15] = 0x77;
    registers.fpu.mxcsr = 0x1f80;
    gdb_registers_pack(&registers, block);
    assert_int_equal(number_at(0, 8), 1);
    assert_int_equal(number_at(8, 8), 2);
    assert_int_equal(number_at(7 * 8, 8), 8);
    assert_int_equal(number_at(8 * 8, 8), 9);
    assert_int_equal(number_at(15 * 8, 8), 16);
    assert_int_equal(number_at(16 * 8, 8), 17);
    assert_int_equal(number_at(136, 4), 0x10246);
    assert_int_equal(number_at(140, 4), 0x1b);
    assert_int_equal(number_at(160, 4), 0x23);
    assert_int_equal(block[164 + 19], 0x3f);
    assert_int_equal(number_at(244, 4), 0x37f);
    assert_int_equal(number_at(252, 4), 0xfffc); /* all but st0 are empty */
    assert_int_equal(block[276 + 255], 0x77);
    assert_int_equal(number_at(532, 4), 0x1f80);
}

static void registers_come_back_as_they_went(void **state)
{
    struct gdb_registers back = {.sregs = registers.sregs};

    (void)state;
    memset(&registers.fpu, 0x5a, sizeof(registers.fpu));
    registers.fpu.pad1 = 0;
    registers.fpu.pad2 = 0;
    registers.fpu.last_ip = registers.fpu.last_dp = 0;
    registers.fpu.last_opcode = 0;
    for (unsigned i = 0; i < 8; i++)
        memset(registers.fpu.fpr[i] + 10, 0, 6);
    gdb_registers_pack(&registers, block);
    gdb_registers_unpack(block, &back);
    assert_memory_equal(&back.regs, &registers.regs, sizeof(back.regs));
    assert_memory_equal(&back.fpu, &registers.fpu, sizeof(back.fpu));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(registers_lie_where_gdb_looks),
        cmocka_unit_test(registers_come_back_as_they_went),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
