#include "gdb_registers.h"
#include <string.h>

enum { GENERAL = 17, X87 = 8, X87_SIZE = 10 };

/* Moves the registers one way or the other; both go through them in order. */
struct cursor {
    uint8_t *block;
    bool packing;
};

static void move(struct cursor *cursor, void *value, size_t size)
{
    if (cursor->packing)
        memcpy(cursor->block, value, size);
    else
        memcpy(value, cursor->block, size);
    cursor->block += size;
}

static void move_general(struct cursor *cursor, struct kvm_regs *regs)
{
    __u64 *const order[GENERAL] = {
        &regs->rax, &regs->rbx, &regs->rcx, &regs->rdx, &regs->rsi, &regs->rdi,
        &regs->rbp, &regs->rsp, &regs->r8,  &regs->r9,  &regs->r10, &regs->r11,
        &regs->r12, &regs->r13, &regs->r14, &regs->r15, &regs->rip,
    };
    uint32_t flags = (uint32_t)regs->rflags;

    for (unsigned i = 0; i < GENERAL; i++)
        move(cursor, order[i], sizeof(*order[i]));
    move(cursor, &flags, sizeof(flags));
    regs->rflags = flags;
}

static void move_segments(struct cursor *cursor, const struct kvm_sregs *sregs)
{
    uint32_t selectors[] = {
        sregs->cs.selector, sregs->ss.selector, sregs->ds.selector,
        sregs->es.selector, sregs->fs.selector, sregs->gs.selector,
    };

    move(cursor, selectors, sizeof(selectors));
}

/* KVM has a bit for each register that holds something, gdb two: 3 is empty. */
static uint32_t tags_of_bits(uint8_t bits)
{
    uint32_t tags = 0;

    for (unsigned i = 0; i < X87; i++)
        if (!(bits >> i & 1))
            tags |= 3u << i * 2;
    return tags;
}

static uint8_t bits_of_tags(uint32_t tags)
{
    uint8_t bits = 0;

    for (unsigned i = 0; i < X87; i++)
        if ((tags >> i * 2 & 3) != 3)
            bits |= (uint8_t)(1u << i);
    return bits;
}

/* fctrl fstat ftag fiseg fioff foseg fooff fop, then vectors */
static void move_fpu(struct cursor *cursor, struct kvm_fpu *fpu)
{
    uint32_t control[] = {
        fpu->fcw,
        fpu->fsw,
        tags_of_bits(fpu->ftwx),
        0,
        (uint32_t)fpu->last_ip,
        0,
        (uint32_t)fpu->last_dp,
        fpu->last_opcode,
    };

    for (unsigned i = 0; i < X87; i++)
        move(cursor, fpu->fpr[i], X87_SIZE);
    move(cursor, control, sizeof(control));
    fpu->fcw = (uint16_t)control[0];
    fpu->fsw = (uint16_t)control[1];
    fpu->ftwx = bits_of_tags(control[2]);
    move(cursor, fpu->xmm, sizeof(fpu->xmm));
    move(cursor, &fpu->mxcsr, sizeof(fpu->mxcsr));
}

static void move_all(struct cursor *cursor, struct gdb_registers *registers)
{
    move_general(cursor, &registers->regs);
    move_segments(cursor, &registers->sregs);
    move_fpu(cursor, &registers->fpu);
}

void gdb_registers_pack(const struct gdb_registers *from,
                        uint8_t to[GDB_REGISTERS_SIZE])
{
    struct cursor cursor = {.block = to, .packing = true};
    struct gdb_registers copy = *from;

    move_all(&cursor, &copy);
}

void gdb_registers_unpack(const uint8_t from[GDB_REGISTERS_SIZE],
                          struct gdb_registers *to)
{
    uint8_t block[GDB_REGISTERS_SIZE];
    struct cursor cursor = {.block = block, .packing = false};

    memcpy(block, from, sizeof(block));
    move_all(&cursor, to);
}
