/* See ../switch.h. System V calling convention: rbx, rbp and r12 to r15. */
    .text
    .globl mirage_switch
    .type mirage_switch, @function
mirage_switch:
    .cfi_startproc
    push %rbp
    push %rbx
    push %r12
    push %r13
    push %r14
    push %r15
    mov %rsp, (%rdi)
    mov %rsi, %rsp
    pop %r15
    pop %r14
    pop %r13
    pop %r12
    pop %rbx
    pop %rbp
    ret
    .cfi_endproc
    .size mirage_switch, . - mirage_switch

    .section .note.GNU-stack, "", @progbits
