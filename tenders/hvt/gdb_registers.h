/* gdb_registers.h: KVM's registers in gdb's order. */
#ifndef HVT_GDB_REGISTERS_H
#define HVT_GDB_REGISTERS_H

#include "gdb_command.h"
#include <linux/kvm.h>

struct gdb_registers {
    struct kvm_regs regs;
    struct kvm_sregs sregs;
    struct kvm_fpu fpu;
};

void gdb_registers_pack(const struct gdb_registers *from,
                        uint8_t to[GDB_REGISTERS_SIZE]);

/* Segments are kept: gdb knows their selectors alone. */
void gdb_registers_unpack(const uint8_t from[GDB_REGISTERS_SIZE],
                          struct gdb_registers *to);

#endif
