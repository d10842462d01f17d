#include "fault.h"
#include "../x86_64/tables.h"
#include "../x86_64/traps.h"
#include "host.h"
#include <stdnoreturn.h>

/* The tender may write a core file of it. Its cookie must be whole. */
static noreturn void halt(const struct solo5_fault *fault)
{
    static union {
        struct hvt_trap_frame frame;
        char room[HVT_COOKIE_SIZE];
    } cookie;
    struct hvt_halt args = {
        .cookie = (uintptr_t)&cookie,
        .exit_status = HVT_EXIT_ABORT,
    };

    cookie.frame = (struct hvt_trap_frame){
        fault->address, fault->error_code, fault->rip, fault->cs,
        fault->rflags,  fault->rsp,        fault->ss};
    for (;;)
        hvt_call(HVT_HALT, &args);
}

/* ---- ring 0 ---- */

noreturn void x86_traps_handle(struct solo5_fault *fault)
{
    solo5_fault_print(fault);
    halt(fault);
}

/* ---- ring 3 ---- */

static char stack[4096] __attribute__((aligned(16)));
static struct mirage_hvt_fault registers;

static struct solo5_fault convert(const struct mirage_hvt_fault *from)
{
    return (struct solo5_fault){
        .address = from->frame.cr2,
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
        .vector = from->vector,
        .error_code = from->frame.error_code,
        .rip = from->frame.rip,
        .cs = from->frame.cs,
        .rflags = from->frame.rflags,
        .rsp = from->frame.rsp,
        .ss = from->frame.ss,
    };
}

static noreturn void handle(const struct mirage_hvt_fault *from)
{
    const struct solo5_fault fault = convert(from);

    solo5_fault_print(&fault);
    halt(&fault);
}

static void set_handler(void)
{
    struct mirage_hvt_fault_handler args = {
        .handler = (uintptr_t)handle,
        .stack = (uintptr_t)stack + sizeof(stack),
        .fault = (uintptr_t)&registers,
    };

    if (hvt_has(MIRAGE_HVT_FAULT_HANDLER))
        hvt_call(MIRAGE_HVT_FAULT_HANDLER, &args);
}

void hvt_catch_faults(void)
{
    if (hvt_is_ring3())
        set_handler();
    else
        x86_tables_init();
}
