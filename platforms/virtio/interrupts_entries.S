/*
 * An interrupt on its way to virtio_interrupts_handle and back: 16 entries of 16 bytes,
 * one for each line. The platform uses general registers only.
 */
        .section .text.virtio_interrupts_entries, "ax"
        .globl  virtio_interrupts_entries
        .balign 16
virtio_interrupts_entries:
        line = 0
        .rept   16
        .balign 16
        pushq   $line
        jmp     handle
        line = line + 1
        .endr

handle:
        push    %rax
        push    %rcx
        push    %rdx
        push    %rsi
        push    %r8
        push    %r9
        push    %r10
        push    %r11
        xchg    %rdi, 64(%rsp)
        cld
        call    virtio_interrupts_handle
        pop     %r11
        pop     %r10
        pop     %r9
        pop     %r8
        pop     %rsi
        pop     %rdx
        pop     %rcx
        pop     %rax
        pop     %rdi
        iretq

        .section .note.GNU-stack, "", @progbits
