#include "fault.h"
#include "descriptors.h"
#include "layout.h"
#include "registers.h"
#include <err.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_FAULT = 14 };

/* Intel SDM volume 3, table 6-1: these push an error code. */
#define VECTORS_WITH_ERROR_CODE                                                \
    (1u << 8 | 1u << 10 | 1u << 11 | 1u << 12 | 1u << 13 | 1u << 14 |          \
     1u << 17 | 1u << 21 | 1u << 29 | 1u << 30)

/* What the processor pushes, lowest address first, after the error code. */
struct pushed {
    uint64_t rip, cs, rflags, rsp, ss;
};

bool fault_is_port(const struct hvt *hvt, uint16_t port)
{
    return hvt->cpl == 3 && port >= FAULT_PORT &&
           port < FAULT_PORT + FAULT_VECTORS;
}

static void read_frame(const struct hvt *hvt, uint64_t rsp, uint64_t vector,
                       struct hvt_trap_frame *frame)
{
    uint64_t stack = hvt->supervisor + SUPERVISOR_STACK;
    const uint8_t *place = hvt->vm.memory + rsp;
    bool has_code = VECTORS_WITH_ERROR_CODE >> vector & 1;
    struct pushed pushed;

    if (rsp != stack + PAGE_SIZE - sizeof(pushed) - has_code * sizeof(uint64_t))
        errx(EXIT_FAILURE, "KVM: a fault left a stack pointer of 0x%" PRIx64,
             rsp);
    if (has_code) {
        memcpy(&frame->error_code, place, sizeof(uint64_t));
        place += sizeof(uint64_t);
    }
    memcpy(&pushed, place, sizeof(pushed));
    frame->rip = pushed.rip;
    frame->cs = pushed.cs;
    frame->rflags = pushed.rflags;
    frame->rsp = pushed.rsp;
    frame->ss = pushed.ss;
}

struct mirage_hvt_fault fault_read(const struct hvt *hvt, uint64_t vector)
{
    struct mirage_hvt_fault fault = {.vector = vector};
    struct kvm_sregs sregs;
    struct kvm_regs regs;

    vm_get_registers(&hvt->vm, &regs, &sregs);
    fault.rax = regs.rax;
    fault.rbx = regs.rbx;
    fault.rcx = regs.rcx;
    fault.rdx = regs.rdx;
    fault.rsi = regs.rsi;
    fault.rdi = regs.rdi;
    fault.rbp = regs.rbp;
    fault.r8 = regs.r8;
    fault.r9 = regs.r9;
    fault.r10 = regs.r10;
    fault.r11 = regs.r11;
    fault.r12 = regs.r12;
    fault.r13 = regs.r13;
    fault.r14 = regs.r14;
    fault.r15 = regs.r15;
    read_frame(hvt, regs.rsp, vector, &fault.frame);
    if (vector == PAGE_FAULT)
        fault.frame.cr2 = sregs.cr2;
    return fault;
}

void fault_return(struct hvt *hvt, const struct mirage_hvt_fault *fault)
{
    struct kvm_sregs sregs;
    struct kvm_regs regs;

    vm_get_registers(&hvt->vm, &regs, &sregs);
    regs = (struct kvm_regs){
        .rax = fault->rax,
        .rbx = fault->rbx,
        .rcx = fault->rcx,
        .rdx = fault->rdx,
        .rsi = fault->rsi,
        .rdi = fault->rdi,
        .rbp = fault->rbp,
        .r8 = fault->r8,
        .r9 = fault->r9,
        .r10 = fault->r10,
        .r11 = fault->r11,
        .r12 = fault->r12,
        .r13 = fault->r13,
        .r14 = fault->r14,
        .r15 = fault->r15,
        .rip = fault->frame.rip,
        .rsp = fault->frame.rsp,
        .rflags = fault->frame.rflags,
    };
    registers_set_segments(&sregs, 3);
    vm_set_registers(&hvt->vm, &regs, &sregs);
}

bool fault_deliver(struct hvt *hvt, const struct mirage_hvt_fault *fault)
{
    struct mirage_hvt_fault_handler handler = hvt->fault_handler;
    struct mirage_hvt_fault start = {
        .rdi = handler.fault,
        .frame = {.rip = handler.handler,
                  .rsp = handler.stack - 8,
                  .rflags = 2},
    };

    if (!handler.handler)
        return false;
    hvt->fault_handler.handler = 0;
    memcpy(hvt->guest.memory + handler.fault, fault, sizeof(*fault));
    fault_return(hvt, &start);
    return true;
}
