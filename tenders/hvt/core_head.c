/* The ELF headers and the note of a core, in the layout of Solo5's. */
#include "core_dump.h"
#include <assert.h>
#include <elf.h>
#include <string.h>
#include <sys/procfs.h>
#include <sys/user.h>

/* A note of the processor's state; the name takes 8 bytes there. */
struct status_note {
    Elf64_Nhdr header;
    char name[8];
    struct elf_prstatus status;
} __attribute__((packed));

struct head {
    Elf64_Ehdr elf;
    Elf64_Phdr note_segment, memory_segment;
    struct status_note note;
} __attribute__((packed));

static_assert(sizeof(struct head) == CORE_HEAD_SIZE, "as Solo5's");

static struct user_regs_struct pack(const struct kvm_regs *regs,
                                    const struct kvm_sregs *sregs)
{
    return (struct user_regs_struct){
        .r15 = regs->r15,
        .r14 = regs->r14,
        .r13 = regs->r13,
        .r12 = regs->r12,
        .rbp = regs->rbp,
        .rbx = regs->rbx,
        .r11 = regs->r11,
        .r10 = regs->r10,
        .r9 = regs->r9,
        .r8 = regs->r8,
        .rax = regs->rax,
        .rcx = regs->rcx,
        .rdx = regs->rdx,
        .rsi = regs->rsi,
        .rdi = regs->rdi,
        .rip = regs->rip,
        .cs = sregs->cs.selector,
        .eflags = regs->rflags,
        .rsp = regs->rsp,
        .ss = sregs->ss.selector,
        .fs_base = sregs->fs.base,
        .gs_base = sregs->gs.base,
        .ds = sregs->ds.selector,
        .es = sregs->es.selector,
        .fs = sregs->fs.selector,
        .gs = sregs->gs.selector,
    };
}

static Elf64_Ehdr elf_header(void)
{
    return (Elf64_Ehdr){
        .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB,
                    EV_CURRENT, ELFOSABI_STANDALONE},
        .e_type = ET_CORE,
        .e_machine = EM_X86_64,
        .e_version = EV_CURRENT,
        .e_phoff = offsetof(struct head, note_segment),
        .e_ehsize = sizeof(Elf64_Ehdr),
        .e_phentsize = sizeof(Elf64_Phdr),
        .e_phnum = 2,
    };
}

void core_dump_write_head(uint8_t to[CORE_HEAD_SIZE], uint64_t mem_size,
                          const struct kvm_regs *regs,
                          const struct kvm_sregs *sregs)
{
    struct user_regs_struct packed = pack(regs, sregs);
    struct head head = {
        .elf = elf_header(),
        .note_segment = {.p_type = PT_NOTE,
                         .p_offset = offsetof(struct head, note),
                         .p_filesz = sizeof(struct status_note)},
        .memory_segment = {.p_type = PT_LOAD,
                           .p_offset = CORE_HEAD_SIZE,
                           .p_filesz = mem_size,
                           .p_memsz = mem_size},
        .note = {.header = {.n_namesz = 8,
                            .n_descsz = sizeof(struct elf_prstatus),
                            .n_type = NT_PRSTATUS},
                 .name = "CORE"},
    };

    memcpy(&head.note.status.pr_reg, &packed, sizeof(packed));
    memcpy(to, &head, sizeof(head));
}

void core_dump_apply(const struct hvt_trap_frame *frame, struct kvm_regs *regs,
                     struct kvm_sregs *sregs)
{
    struct hvt_trap_frame copy;

    memcpy(&copy, frame, sizeof(copy));
    regs->rip = copy.rip;
    regs->rsp = copy.rsp;
    regs->rflags = copy.rflags;
    sregs->cs.selector = (uint16_t)copy.cs;
    sregs->ss.selector = (uint16_t)copy.ss;
}
