/*
 * From the loader to C. Multiboot and PVH both enter in 32-bit protected mode
 * without paging; what follows goes to 64 bits with memory below 4 GiB mapped
 * to itself, and calls virtio_machine_start.
 *
 * Multiboot 1 specification, sections 3.1 and 3.2; Xen's PVH boot ABI
 * (docs/misc/pvh.pandoc); Intel SDM volume 3, section 10.8.5.
 */
#define MULTIBOOT_MAGIC 0x1badb002
#define MULTIBOOT_FLAGS 0x00010003 /* align, memory map, addresses below */

#define CR0_PE_MP_NE_PG 0x80000023
#define CR4_PAE_OSFXSR_OSXMMEXCPT 0x620
#define MSR_EFER 0xc0000080
#define EFER_LME 0x100

/* Page table entries: present, writable; and large. */
#define TABLE 0x3
#define LARGE_PAGE 0x83

        .section .multiboot, "ax"
        .code32
        .balign 4
header:
        .long   MULTIBOOT_MAGIC
        .long   MULTIBOOT_FLAGS
        .long   -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)
        .long   header
        .long   _stext
        .long   _edata
        .long   _ebss
        .long   _start

/* With multiboot, EAX is a magic number and EBX an address. */
        .globl  _start
_start:
        cld
        mov     %eax, %ebp
        mov     %ebx, %esi
        jmp     zero_bss

/* With PVH, EBX is an address; EAX may be anything. */
        .globl  virtio_start_pvh
virtio_start_pvh:
        cld
        xor     %ebp, %ebp
        mov     %ebx, %esi

zero_bss:
        mov     $_edata, %edi
        mov     $_ebss, %ecx
        sub     %edi, %ecx
        shr     $2, %ecx
        xor     %eax, %eax
        rep stosl

        /* 2048 large pages in four tables, one table of these, and the root. */
        mov     $directories, %edi
        mov     $LARGE_PAGE, %eax
1:      mov     %eax, (%edi)
        add     $8, %edi
        add     $0x200000, %eax
        jnc     1b
        mov     $directories + TABLE, %eax
        mov     $pointers, %edi
        mov     $4, %ecx
2:      mov     %eax, (%edi)
        add     $8, %edi
        add     $0x1000, %eax
        loop    2b
        movl    $pointers + TABLE, root

        mov     $CR4_PAE_OSFXSR_OSXMMEXCPT, %eax
        mov     %eax, %cr4
        mov     $root, %eax
        mov     %eax, %cr3
        mov     $MSR_EFER, %ecx
        rdmsr
        or      $EFER_LME, %eax
        wrmsr
        mov     $CR0_PE_MP_NE_PG, %eax
        mov     %eax, %cr0
        lgdt    gdt_pointer
        ljmp    $8, $enter64

        .code64
enter64:
        mov     $16, %eax
        mov     %eax, %ds
        mov     %eax, %es
        mov     %eax, %ss
        xor     %eax, %eax
        mov     %eax, %fs
        mov     %eax, %gs
        mov     $first_stack_end, %esp
        mov     %ebp, %edi
        mov     %esi, %esi
        xor     %ebp, %ebp
        call    virtio_machine_start

        .balign 8
gdt:
        .quad   0
        .quad   0x00af99000000ffff
        .quad   0x00cf93000000ffff
gdt_pointer:
        .word   gdt_pointer - gdt - 1
        .long   gdt

        /* Xen's note 18: where to start. */
        .section .note.pvh, "a"
        .balign 4
        .long   4
        .long   4
        .long   18
        .asciz  "Xen"
        .long   virtio_start_pvh

        .bss
        .balign 4096
root:   .skip   4096
pointers:
        .skip   4096
directories:
        .skip   4 * 4096
/* Until the end of memory is known. */
        .skip   4096
first_stack_end:

        .section .note.GNU-stack, "", @progbits
