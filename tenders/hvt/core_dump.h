/*
 * core_dump.h: a file with a crashed guest's memory and registers, for gdb.
 */
#ifndef HVT_CORE_DUMP_H
#define HVT_CORE_DUMP_H

#include "hvt.h"

/* Opens the directory for dumps. Ends the program if it cannot be used. */
void core_dump_prepare(struct hvt *hvt);

/*
 * Writes core.solo5-hvt.PID there: an ELF file as Linux writes them. If that
 * fails, says why on standard error.
 */
void core_dump_write(const struct hvt *hvt);

/* ---- for tests ---- */

/* Where the memory begins, right behind the head. */
enum { CORE_HEAD_SIZE = 0x214 };

void core_dump_write_head(uint8_t head[CORE_HEAD_SIZE], uint64_t mem_size,
                          const struct kvm_regs *regs,
                          const struct kvm_sregs *sregs);

/* What a guest says about its own fault counts more than where it halted. */
void core_dump_apply(const struct hvt_trap_frame *frame, struct kvm_regs *regs,
                     struct kvm_sregs *sregs);

#endif
