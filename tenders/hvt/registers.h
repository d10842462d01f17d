/*
 * registers.h: the processor's registers when a guest is entered.
 */
#ifndef HVT_REGISTERS_H
#define HVT_REGISTERS_H

#include <linux/kvm.h>
#include <stdbool.h>
#include <stdint.h>

/* What Solo5's ABI promises an image; entered at ring 0. */
void registers_set_stock(struct kvm_sregs *sregs);

/*
 * What hvt_extension.h promises; entered at ring 3. `supervisor` is where the
 * supervisor area lies. With `xsave`, XCR0 is to be set, too.
 */
void registers_set_ring3(struct kvm_sregs *sregs, uint64_t supervisor,
                         bool xsave);

/* The same for both. */
void registers_set_general(struct kvm_regs *regs, uint64_t entry,
                           uint64_t mem_size);

/* Code and stack segment of `ring` (0 or 3) for descriptors.h's GDT. */
void registers_set_segments(struct kvm_sregs *sregs, unsigned ring);

#endif
