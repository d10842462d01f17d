/* The rules most often needed come first: the program is run top down. */
#include "filter.h"
#include <asm/prctl.h>
#include <solo5/spt_abi.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void allow_with(struct bpf *bpf, unsigned call, uint64_t first_argument)
{
    bpf_rule(bpf, call);
    bpf_equals(bpf, 0, first_argument);
    bpf_rule_end(bpf);
}

static void allow_time_and_console(struct bpf *bpf,
                                   const struct filter_grants *grants)
{
    allow_with(bpf, SYS_clock_gettime, CLOCK_MONOTONIC);
    allow_with(bpf, SYS_clock_gettime, CLOCK_REALTIME);
    allow_with(bpf, SYS_write, STDOUT_FILENO);
    allow_with(bpf, SYS_epoll_pwait, (uint64_t)grants->epollfd);
    allow_with(bpf, SYS_timerfd_settime, (uint64_t)grants->timerfd);
}

static void allow_epoll_ctl(struct bpf *bpf, const struct filter_grants *grants,
                            int operation, int fd)
{
    bpf_rule(bpf, SYS_epoll_ctl);
    bpf_equals(bpf, 0, (uint64_t)grants->epollfd);
    bpf_equals(bpf, 1, (uint64_t)operation);
    bpf_equals(bpf, 2, (uint64_t)fd);
    bpf_rule_end(bpf);
}

static void allow_net(struct bpf *bpf, const struct filter_grants *grants,
                      const struct mft_entry *entry)
{
    bpf_rule_either(bpf, SYS_read, SYS_write);
    bpf_equals(bpf, 0, (uint64_t)entry->b.hostfd);
    bpf_rule_end(bpf);
    if (grants->features & SPT_NET_FORGET)
        allow_epoll_ctl(bpf, grants, EPOLL_CTL_DEL, entry->b.hostfd);
    if (grants->features & SPT_NET_CHOOSE)
        allow_epoll_ctl(bpf, grants, EPOLL_CTL_MOD, entry->b.hostfd);
}

/* A stock image may move one block at a time. */
static void allow_block(struct bpf *bpf, const struct filter_grants *grants,
                        const struct mft_entry *entry)
{
    uint16_t block_size = entry->u.block.block_size;

    bpf_rule_either(bpf, SYS_pread64, SYS_pwrite64);
    bpf_equals(bpf, 0, (uint64_t)entry->b.hostfd);
    if (grants->features & SPT_BLOCK_MANY)
        bpf_multiple(bpf, 2, block_size);
    else
        bpf_equals(bpf, 2, block_size);
    bpf_ends_by(bpf, 3, 2, entry->u.block.capacity);
    bpf_rule_end(bpf);
    if (grants->features & SPT_BLOCK_FLUSH)
        allow_with(bpf, SYS_fdatasync, (uint64_t)entry->b.hostfd);
}

static void allow_devices(struct bpf *bpf, const struct filter_grants *grants)
{
    const struct manifest *manifest = grants->manifest;

    for (unsigned i = 1; i < manifest->entries; i++) {
        const struct mft_entry *entry = &manifest->e[i];

        if (!entry->attached)
            continue;
        if (entry->type == MFT_DEV_NET_BASIC)
            allow_net(bpf, grants, entry);
        if (entry->type == MFT_DEV_BLOCK_BASIC)
            allow_block(bpf, grants, entry);
    }
}

/*
 * Neither of the two permissions lets code run, so no page can become code
 * after the start.
 */
static void allow_guard_pages(struct bpf *bpf,
                              const struct filter_grants *grants)
{
    bpf_rule(bpf, SYS_mprotect);
    bpf_at_least(bpf, 0, grants->heap_start);
    bpf_ends_by(bpf, 0, 1, grants->mem_size);
    bpf_either(bpf, 2, PROT_NONE, PROT_READ | PROT_WRITE);
    bpf_rule_end(bpf);
}

static void allow_start_and_end(struct bpf *bpf)
{
    bpf_rule(bpf, SYS_exit_group);
    bpf_rule_end(bpf);
    allow_with(bpf, SYS_arch_prctl, ARCH_SET_FS);
    /* The end of the handler that tells about a fault: see fault.c. */
    bpf_rule(bpf, SYS_rt_sigreturn);
    bpf_rule_end(bpf);
}

bool filter_build(struct filter *filter, const struct filter_grants *grants)
{
    struct bpf bpf;

    bpf_begin(&bpf, filter);
    allow_time_and_console(&bpf, grants);
    allow_devices(&bpf, grants);
    if (grants->features & SPT_GUARD_PAGES)
        allow_guard_pages(&bpf, grants);
    allow_start_and_end(&bpf);
    return bpf_end(&bpf);
}
