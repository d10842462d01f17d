#include "bpf.h"
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <stddef.h>

/*
 * Where a conditional jump of a rule leads when the condition does not hold;
 * bpf_rule_end puts the distance to the next rule there.
 */
enum { TO_NEXT_RULE = 0xff };

static void emit(struct bpf *bpf, struct sock_filter instruction)
{
    struct filter *filter = bpf->filter;

    if (filter->size == BPF_MAXINSNS)
        bpf->overflowed = true;
    else
        filter->code[filter->size++] = instruction;
}

static void statement(struct bpf *bpf, uint16_t code, uint32_t k)
{
    emit(bpf, (struct sock_filter)BPF_STMT(code, k));
}

static void jump(struct bpf *bpf, uint16_t test, uint32_t k, uint8_t if_true,
                 uint8_t if_false)
{
    emit(bpf,
         (struct sock_filter)BPF_JUMP(BPF_JMP | test, k, if_true, if_false));
}

static void load(struct bpf *bpf, size_t offset)
{
    statement(bpf, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset);
}

/* The halves of an argument; the machine is little-endian. */
static void load_low(struct bpf *bpf, unsigned index)
{
    load(bpf, offsetof(struct seccomp_data, args[index]));
}

static void load_high(struct bpf *bpf, unsigned index)
{
    load(bpf, offsetof(struct seccomp_data, args[index]) + sizeof(uint32_t));
}

static uint32_t low_half(uint64_t value)
{
    return (uint32_t)value;
}

static uint32_t high_half(uint64_t value)
{
    return (uint32_t)(value >> 32);
}

void bpf_begin(struct bpf *bpf, struct filter *filter)
{
    filter->size = 0;
    *bpf = (struct bpf){.filter = filter};
    load(bpf, offsetof(struct seccomp_data, arch));
    jump(bpf, BPF_JEQ, AUDIT_ARCH_X86_64, 1, 0);
    statement(bpf, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
}

bool bpf_end(struct bpf *bpf)
{
    statement(bpf, BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    return !bpf->overflowed;
}

/* Calls of the x32 ABI have a bit in their number that none of ours has. */
void bpf_rule(struct bpf *bpf, unsigned call)
{
    bpf->rule = bpf->filter->size;
    load(bpf, offsetof(struct seccomp_data, nr));
    jump(bpf, BPF_JEQ, call, 0, TO_NEXT_RULE);
}

void bpf_rule_either(struct bpf *bpf, unsigned call, unsigned other_call)
{
    bpf->rule = bpf->filter->size;
    load(bpf, offsetof(struct seccomp_data, nr));
    jump(bpf, BPF_JEQ, call, 1, 0);
    jump(bpf, BPF_JEQ, other_call, 0, TO_NEXT_RULE);
}

void bpf_rule_end(struct bpf *bpf)
{
    struct filter *filter = bpf->filter;

    statement(bpf, BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    for (unsigned i = bpf->rule; i < filter->size; i++) {
        struct sock_filter *instruction = &filter->code[i];
        uint8_t distance = (uint8_t)(filter->size - i - 1);

        if (instruction->jt == TO_NEXT_RULE)
            instruction->jt = distance;
        if (instruction->jf == TO_NEXT_RULE)
            instruction->jf = distance;
    }
}

void bpf_equals(struct bpf *bpf, unsigned index, uint64_t value)
{
    load_low(bpf, index);
    jump(bpf, BPF_JEQ, low_half(value), 0, TO_NEXT_RULE);
    load_high(bpf, index);
    jump(bpf, BPF_JEQ, high_half(value), 0, TO_NEXT_RULE);
}

void bpf_either(struct bpf *bpf, unsigned index, uint32_t value,
                uint32_t other_value)
{
    load_high(bpf, index);
    jump(bpf, BPF_JEQ, 0, 0, TO_NEXT_RULE);
    load_low(bpf, index);
    jump(bpf, BPF_JEQ, value, 1, 0);
    jump(bpf, BPF_JEQ, other_value, 0, TO_NEXT_RULE);
}

void bpf_at_least(struct bpf *bpf, unsigned index, uint64_t low)
{
    load_high(bpf, index);
    jump(bpf, BPF_JGT, high_half(low), 3, 0);
    jump(bpf, BPF_JEQ, high_half(low), 0, TO_NEXT_RULE);
    load_low(bpf, index);
    jump(bpf, BPF_JGE, low_half(low), 0, TO_NEXT_RULE);
}

void bpf_multiple(struct bpf *bpf, unsigned index, uint32_t unit)
{
    load_high(bpf, index);
    jump(bpf, BPF_JEQ, 0, 0, TO_NEXT_RULE);
    load_low(bpf, index);
    jump(bpf, BPF_JSET, unit - 1, TO_NEXT_RULE, 0);
}

/*
 * The low halves are added, and a carry goes to the high half, which a first
 * test keeps from wrapping around.
 */
static void add_size(struct bpf *bpf, unsigned index, unsigned size_index,
                     uint32_t end_high)
{
    load_high(bpf, index);
    jump(bpf, BPF_JGT, end_high, TO_NEXT_RULE, 0);
    load_low(bpf, size_index);
    statement(bpf, BPF_MISC | BPF_TAX, 0);
    load_low(bpf, index);
    statement(bpf, BPF_ALU | BPF_ADD | BPF_X, 0);
    statement(bpf, BPF_ST, 0);
    emit(bpf, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_X, 0, 3, 0));
    load_high(bpf, index);
    statement(bpf, BPF_ALU | BPF_ADD | BPF_K, 1);
    statement(bpf, BPF_JMP | BPF_JA, 1);
    load_high(bpf, index);
}

void bpf_ends_by(struct bpf *bpf, unsigned index, unsigned size_index,
                 uint64_t end)
{
    load_high(bpf, size_index);
    jump(bpf, BPF_JEQ, 0, 0, TO_NEXT_RULE);
    add_size(bpf, index, size_index, high_half(end));
    jump(bpf, BPF_JGT, high_half(end), TO_NEXT_RULE, 0);
    jump(bpf, BPF_JEQ, high_half(end), 0, 2);
    statement(bpf, BPF_LD | BPF_MEM, 0);
    jump(bpf, BPF_JGT, low_half(end), TO_NEXT_RULE, 0);
}
