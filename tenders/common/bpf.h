/*
 * bpf.h: writing a seccomp program rule by rule.
 *
 * A rule is a system call and conditions on its arguments. If all of them
 * hold, it is allowed; if one does not, the next rule is tried. Arguments are
 * compared as 64 bits, in halves: the program's registers have 32.
 */
#ifndef BPF_H
#define BPF_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stdint.h>

/* A program for the kernel. */
struct filter {
    struct sock_filter code[BPF_MAXINSNS];
    unsigned short size; /* instructions */
};

/* A program being written. */
struct bpf {
    struct filter *filter;
    unsigned rule;   /* where the rule being written starts */
    bool overflowed; /* it did not fit */
};

/* Starts it: whatever is not a call of this architecture is killed. */
void bpf_begin(struct bpf *bpf, struct filter *filter);

/* Ends it: what no rule has allowed is killed. False if it did not fit. */
bool bpf_end(struct bpf *bpf);

/* A rule for a call, or for one of two; then conditions; then its end. */
void bpf_rule(struct bpf *bpf, unsigned call);
void bpf_rule_either(struct bpf *bpf, unsigned call, unsigned other_call);
void bpf_rule_end(struct bpf *bpf);

/* Argument `index`, counted from 0, is `value`, or is one of two. */
void bpf_equals(struct bpf *bpf, unsigned index, uint64_t value);
void bpf_either(struct bpf *bpf, unsigned index, uint32_t value,
                uint32_t other_value);

/* It is `low` or more. */
void bpf_at_least(struct bpf *bpf, unsigned index, uint64_t low);

/* It is below 2^32 and a multiple of `unit`, a power of two. */
void bpf_multiple(struct bpf *bpf, unsigned index, uint32_t unit);

/*
 * Argument `index` plus argument `size_index`, which is below 2^32, is at most
 * `end`, which is below 2^63, and does not wrap around.
 */
void bpf_ends_by(struct bpf *bpf, unsigned index, unsigned size_index,
                 uint64_t end);

#endif
