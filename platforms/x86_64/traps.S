/*
 * A fault on its way to x86_traps_handle: the processor has pushed ss, rsp, rflags,
 * cs, rip and for some vectors an error code; what follows makes it a struct
 * solo5_fault.
 */
        .section .text.traps_entries, "ax"
        .globl  x86_traps_entries
        .balign 16
x86_traps_entries:
        vector = 0
        .rept   32
        .balign 16
        /* Those that bring no error code get one of 0. */
        .if     !(vector == 8 || (vector >= 10 && vector <= 14) || vector == 17 || vector == 21 || vector == 29 || vector == 30)
        pushq   $0
        .endif
        pushq   $vector
        jmp     collect
        vector = vector + 1
        .endr

collect:
        push    %r15
        push    %r14
        push    %r13
        push    %r12
        push    %r11
        push    %r10
        push    %r9
        push    %r8
        push    %rbp
        push    %rdi
        push    %rsi
        push    %rdx
        push    %rcx
        push    %rbx
        push    %rax
        mov     %cr2, %rax
        push    %rax
        mov     %rsp, %rdi
        and     $-16, %rsp
        call    x86_traps_handle

        .section .note.GNU-stack, "", @progbits
