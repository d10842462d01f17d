#include "registers.h"
#include "descriptors.h"
#include "layout.h"
#include <solo5/hvt_abi.h>

#define CR0_PE 0x1ull
#define CR0_MP 0x2ull
#define CR0_NE 0x20ull
#define CR0_WP 0x10000ull
#define CR0_PG 0x80000000ull

#define CR4_PAE        0x20ull
#define CR4_OSFXSR     0x200ull
#define CR4_OSXMMEXCPT 0x400ull
#define CR4_FSGSBASE   0x10000ull
#define CR4_OSXSAVE    0x40000ull

#define EFER_LME 0x100ull
#define EFER_LMA 0x400ull
#define EFER_NXE 0x800ull

#define RFLAGS_FIXED 0x2ull

enum {
    TYPE_DATA = 3,         /* writable, accessed */
    TYPE_EXECUTE_ONLY = 9, /* accessed */
    TYPE_CODE = 11,        /* readable, accessed */
    TYPE_BUSY_TSS = 11,
};

static struct kvm_segment code_segment(uint16_t selector, uint8_t type)
{
    return (struct kvm_segment){
        .limit = 0xffffffff,
        .selector = selector,
        .type = type,
        .present = 1,
        .dpl = selector & 3,
        .s = 1,
        .l = 1,
        .g = 1,
    };
}

static struct kvm_segment data_segment(uint16_t selector)
{
    return (struct kvm_segment){
        .limit = 0xffffffff,
        .selector = selector,
        .type = TYPE_DATA,
        .present = 1,
        .dpl = selector & 3,
        .db = 1,
        .s = 1,
        .g = 1,
    };
}

static void set_data_segments(struct kvm_sregs *sregs, uint16_t selector)
{
    struct kvm_segment segment = data_segment(selector);

    sregs->ss = sregs->ds = sregs->es = segment;
    sregs->fs = sregs->gs = segment;
}

void registers_set_stock(struct kvm_sregs *sregs)
{
    *sregs = (struct kvm_sregs){
        .cs = code_segment(8, TYPE_EXECUTE_ONLY),
        .tr = {.type = TYPE_BUSY_TSS, .present = 1},
        .ldt = {.unusable = 1},
        .gdt = {.base = STOCK_GDT, .limit = 3 * 8 - 1},
        .cr0 = CR0_PE | CR0_NE | CR0_WP | CR0_PG,
        .cr3 = STOCK_PML4,
        .cr4 = CR4_PAE | CR4_OSFXSR | CR4_OSXMMEXCPT,
        .efer = EFER_LME | EFER_LMA,
    };
    set_data_segments(sregs, 16);
}

void registers_set_segments(struct kvm_sregs *sregs, unsigned ring)
{
    sregs->cs = code_segment(ring ? USER_CODE : SUPERVISOR_CODE, TYPE_CODE);
    sregs->ss = data_segment(ring ? USER_DATA : SUPERVISOR_DATA);
}

void registers_set_ring3(struct kvm_sregs *sregs, uint64_t supervisor,
                         bool xsave)
{
    uint64_t descriptors = supervisor + SUPERVISOR_DESCRIPTORS;

    *sregs = (struct kvm_sregs){
        .tr = {.base = descriptors + TSS_OFFSET,
               .limit = TSS_SIZE - 1,
               .selector = TASK_STATE,
               .type = TYPE_BUSY_TSS,
               .present = 1},
        .ldt = {.unusable = 1},
        .gdt = {.base = descriptors + GDT_OFFSET, .limit = GDT_SIZE - 1},
        .idt = {.base = descriptors + IDT_OFFSET, .limit = IDT_SIZE - 1},
        .cr0 = CR0_PE | CR0_MP | CR0_NE | CR0_WP | CR0_PG,
        .cr3 = supervisor + SUPERVISOR_TABLES,
        .cr4 = CR4_PAE | CR4_OSFXSR | CR4_OSXMMEXCPT | CR4_FSGSBASE,
        .efer = EFER_LME | EFER_LMA | EFER_NXE,
    };
    if (xsave)
        sregs->cr4 |= CR4_OSXSAVE;
    set_data_segments(sregs, USER_DATA);
    registers_set_segments(sregs, 3);
}

void registers_set_general(struct kvm_regs *regs, uint64_t entry,
                           uint64_t mem_size)
{
    *regs = (struct kvm_regs){
        .rip = entry,
        .rsp = mem_size - 8,
        .rdi = HVT_BOOT_INFO_BASE,
        .rflags = RFLAGS_FIXED,
    };
}
