/*
 * fault.h: what the processor was doing when it faulted.
 */
#ifndef SOLO5_FAULT_H
#define SOLO5_FAULT_H

#include <stdint.h>

/* In the order in which platforms/x86_64/traps.S pushes it, from the end. */
struct solo5_fault {
    uint64_t address; /* CR2, if vector is 14, a page fault */
    uint64_t rax, rbx, rcx, rdx, rsi, rdi, rbp;
    uint64_t r8, r9, r10, r11, r12, r13, r14, r15;
    uint64_t vector, error_code;
    uint64_t rip, cs, rflags, rsp, ss;
};

/*
 * Prints it: what kind of fault, the registers, which task it was and, if it
 * looks like one, that its stack overflowed, and the calls that led there.
 */
void solo5_fault_print(const struct solo5_fault *fault);

#endif
