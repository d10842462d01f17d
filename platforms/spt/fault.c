#include "fault.h"
#include "../solo5/fault.h"
#include "host.h"

/* The process ends by the signal when this returns. */
static void report(const struct spt_fault *from)
{
    const struct solo5_fault fault = {
        .address = from->address,
        .rax = from->rax,
        .rbx = from->rbx,
        .rcx = from->rcx,
        .rdx = from->rdx,
        .rsi = from->rsi,
        .rdi = from->rdi,
        .rbp = from->rbp,
        .r8 = from->r8,
        .r9 = from->r9,
        .r10 = from->r10,
        .r11 = from->r11,
        .r12 = from->r12,
        .r13 = from->r13,
        .r14 = from->r14,
        .r15 = from->r15,
        .vector = from->trap,
        .error_code = from->error_code,
        .rip = from->rip,
        .rflags = from->rflags,
        .rsp = from->rsp,
    };

    solo5_fault_print(&fault);
}

void spt_catch_faults(void)
{
    if (spt_has(SPT_FAULT_HANDLER))
        spt_extension()->fault_handler = (uintptr_t)report;
}
