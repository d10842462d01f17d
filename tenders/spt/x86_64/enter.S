/* enter.h for x86_64. */
#include <asm/prctl.h>
#include <asm/unistd.h>

        .text
        .globl enter
        .type enter, @function
enter:
        mov %rdi, %r12
        mov %rsi, %rsp
        mov %rdx, %r13

        mov $__NR_arch_prctl, %eax
        mov $ARCH_SET_FS, %edi
        xor %esi, %esi
        syscall

        /* The guest's entry is on its stack just long enough to jump there. */
        sub $8, %rsp
        mov %r12, (%rsp)
        mov %r13, %rdi

        xor %eax, %eax
        xor %ebx, %ebx
        xor %ecx, %ecx
        xor %edx, %edx
        xor %esi, %esi
        xor %ebp, %ebp
        xor %r8d, %r8d
        xor %r9d, %r9d
        xor %r10d, %r10d
        xor %r11d, %r11d
        xor %r12d, %r12d
        xor %r13d, %r13d
        xor %r14d, %r14d
        xor %r15d, %r15d
        cld
        ret
        .size enter, . - enter
        .section .note.GNU-stack, "", @progbits
