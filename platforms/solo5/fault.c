#include "fault.h"
#include "boot.h"
#include "image.h"
#include "pages.h"
#include "print.h"
#include <mirage/platform.h>
#include <mirage/task.h>
#include <stddef.h>

enum {
    PAGE_FAULT = 14,
    CALLS = 16,       /* printed at most */
    WORDS_SEEN = 512, /* of the stack */
};

static const char *const names[] = {
    "#DE", "#DB", "#NMI", "#BP", "#OF", "#BR", "#UD", "#NM", "#DF", "#9", "#TS",
    "#NP", "#SS", "#GP",  "#PF", "#15", "#MF", "#AC", "#MC", "#XM", "#VE"};

static const char *name_of(uint64_t vector)
{
    return vector < sizeof(names) / sizeof(names[0]) ? names[vector] : "#?";
}

static void print_registers(const struct solo5_fault *f)
{
    solo5_print(SOLO5_INFO, "trap: rax=0x%lx rbx=0x%lx rcx=0x%lx rdx=0x%lx",
                f->rax, f->rbx, f->rcx, f->rdx);
    solo5_print(SOLO5_INFO, "trap: rsi=0x%lx rdi=0x%lx rbp=0x%lx r8=0x%lx",
                f->rsi, f->rdi, f->rbp, f->r8);
    solo5_print(SOLO5_INFO, "trap: r9=0x%lx r10=0x%lx r11=0x%lx r12=0x%lx",
                f->r9, f->r10, f->r11, f->r12);
    solo5_print(SOLO5_INFO, "trap: r13=0x%lx r14=0x%lx r15=0x%lx", f->r13,
                f->r14, f->r15);
}

/* ---- the calls ---- */

/*
 * Whether a word on the stack is where a call returns to: an address in the
 * code, after a call instruction. Frames have no chain to follow; some of
 * these are of calls that have returned.
 */
static bool is_return(uint64_t word)
{
    const uint8_t *to = (const uint8_t *)word;

    if (word < (uintptr_t)_stext + 5 || word >= (uintptr_t)_etext)
        return false;
    return to[-5] == 0xe8 || (to[-2] == 0xff && (to[-1] & 0x38) == 0x10) ||
           (to[-3] == 0xff && (to[-2] & 0x38) == 0x10) ||
           (to[-6] == 0xff && (to[-5] & 0x38) == 0x10);
}

/* Of a stack that overflowed, what lies above its guard page. */
static const uint64_t *first_word(const struct solo5_fault *fault,
                                  bool overflowed)
{
    uint64_t word = fault->rsp & -(uint64_t)sizeof(uint64_t);

    if (overflowed)
        word = solo5_whole_pages(fault->address + 1);
    return (const uint64_t *)word;
}

static void print_calls(const uint64_t *word)
{
    const uint64_t *end = (const uint64_t *)solo5_machine.memory_end;
    int left = CALLS;

    if (word < (const uint64_t *)_erodata)
        return;
    for (int i = 0; i < WORDS_SEEN && word + i < end && left > 0; i++)
        if (is_return(word[i])) {
            solo5_print(SOLO5_INFO, "trap: called from 0x%lx", word[i]);
            left--;
        }
}

static void print_cause(const char *overflow)
{
    if (overflow)
        solo5_print_abort("%s", overflow);
    else
        solo5_print_abort("Fatal trap in task '%s'", mirage_task_name());
}

/* What might fault again comes last. */
void solo5_fault_print(const struct solo5_fault *fault)
{
    const char *overflow = NULL;

    solo5_print(SOLO5_INFO,
                "trap: type=%s ec=0x%lx rip=0x%lx rsp=0x%lx rflags=0x%lx",
                name_of(fault->vector), fault->error_code, fault->rip,
                fault->rsp, fault->rflags);
    if (fault->vector == PAGE_FAULT) {
        solo5_print(SOLO5_INFO, "trap: cr2=0x%lx", fault->address);
        overflow = mirage_fault_text((const void *)fault->address);
    }
    print_registers(fault);
    print_cause(overflow);
    print_calls(first_word(fault, overflow));
}
