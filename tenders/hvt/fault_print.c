/* What a fault looks like to the user. */
#include "fault.h"
#include <err.h>
#include <inttypes.h>

enum {
    PAGE_FAULT = 14,
    CODE_PRESENT = 1,
    CODE_WRITE = 2,
    CODE_FETCH = 16,
};

static const char *const names[] = {
    "#DE", "#DB", "#NMI", "#BP", "#OF", "#BR", "#UD",
    "#NM", "#DF", "#9",   "#TS", "#NP", "#SS", "#GP",
    "#PF", "#15", "#MF",  "#AC", "#MC", "#XM", "#VE",
};

static const char *name_of(uint64_t vector)
{
    return vector < sizeof(names) / sizeof(names[0]) ? names[vector] : "#";
}

static void print_cause(const struct mirage_hvt_fault *fault)
{
    uint64_t code = fault->frame.error_code;
    const char *did = "read from";

    if (code & CODE_WRITE)
        did = "write to";
    if (code & CODE_FETCH)
        did = "execute";
    warnx("trap: cr2=0x%" PRIx64, fault->frame.cr2);
    warnx("ABORT: the guest tried to %s address 0x%" PRIx64 ", %s", did,
          fault->frame.cr2,
          code & CODE_PRESENT ? "which it may not" : "where nothing is");
}

static void print_registers(const struct mirage_hvt_fault *fault)
{
    const struct {
        const char *name;
        uint64_t value;
    } registers[] = {
        {"rax", fault->rax}, {"rbx", fault->rbx}, {"rcx", fault->rcx},
        {"rdx", fault->rdx}, {"rsi", fault->rsi}, {"rdi", fault->rdi},
        {"rbp", fault->rbp}, {"r8", fault->r8},   {"r9", fault->r9},
        {"r10", fault->r10}, {"r11", fault->r11}, {"r12", fault->r12},
        {"r13", fault->r13}, {"r14", fault->r14}, {"r15", fault->r15},
    };

    for (unsigned i = 0; i < sizeof(registers) / sizeof(registers[0]); i += 3)
        warnx("trap: %s=0x%" PRIx64 " %s=0x%" PRIx64 " %s=0x%" PRIx64,
              registers[i].name, registers[i].value, registers[i + 1].name,
              registers[i + 1].value, registers[i + 2].name,
              registers[i + 2].value);
}

void fault_print(const struct mirage_hvt_fault *fault)
{
    const struct hvt_trap_frame *frame = &fault->frame;

    warnx("trap: type=%s ec=0x%" PRIx64 " rip=0x%" PRIx64 " rsp=0x%" PRIx64
          " rflags=0x%" PRIx64,
          name_of(fault->vector), frame->error_code, frame->rip, frame->rsp,
          frame->rflags);
    print_registers(fault);
    if (fault->vector == PAGE_FAULT)
        print_cause(fault);
    else
        warnx("ABORT: the guest made a fault of type %s (%" PRIu64 ")",
              name_of(fault->vector), fault->vector);
}
