/*
 * solo5/spt_abi.h: how solo5-spt starts a guest, and what else it allows it.
 *
 * The first part is Solo5's (ABI version 2 of target spt). The second is ours:
 * what our tender offers beyond a stock one. A guest looks for it as described
 * at struct spt_extension and does without where it is missing.
 */
#ifndef SOLO5_SPT_ABI_H
#define SOLO5_SPT_ABI_H

#include <stdint.h>

enum {
    SPT_MEMORY_BASE = 0x10000,    /* the first address of the guest */
    SPT_BOOT_INFO_BASE = 0x11000, /* its struct spt_boot_info, and RDI */
    SPT_IMAGE_BASE = 0x100000,    /* no segment of an image lies below */
    SPT_CMDLINE_SIZE = 8192,      /* bytes of command line, NUL included */
};

/* What epoll_pwait says of the timer; for a network it says its handle. */
#define SPT_TIMER_EVENT 0xfffffffeu

struct spt_boot_info {
    uint64_t mem_size;   /* one past the last address of the guest */
    uint64_t kernel_end; /* end of the loaded segments, without bss */
    uint64_t cmdline;    /* address of the command line */
    uint64_t mft;        /* address of the manifest */
    int32_t epollfd;
    int32_t timerfd;
};

/* ---- beyond Solo5 ---- */

/*
 * Directly behind struct spt_boot_info, if there is room for it: a guest may
 * look at it only when
 *
 *     mft - SPT_BOOT_INFO_BASE >= sizeof(struct spt_boot_info) +
 *                                 sizeof(struct spt_extension)
 *
 * because a stock tender puts the manifest there, and it is valid only if its
 * magic is right.
 */
struct spt_extension {
    uint32_t magic;
    uint32_t features;      /* of enum spt_feature */
    uint8_t seed[48];       /* random bytes, fresh at each start */
    uint64_t fault_handler; /* the guest's, an spt_fault_handler; first 0 */
    uint64_t clock_gettime; /* of the host's kernel, an spt_clock_gettime */
};

#define SPT_EXTENSION_MAGIC 0x3147524d /* "MRG1" */

enum spt_feature {
    /*
     * pread64 and pwrite64 on a disk move any number of its sectors in one
     * call. The offset may be any; what lies past the capacity is killed.
     */
    SPT_BLOCK_MANY = 1,
    /* fdatasync on a disk: all written before is on the host's disk. */
    SPT_BLOCK_FLUSH = 2,
    /*
     * mprotect on pages of guest memory, to PROT_NONE or to PROT_READ |
     * PROT_WRITE and nothing else: guard pages below stacks.
     */
    SPT_GUARD_PAGES = 4,
    /*
     * epoll_ctl(epollfd, EPOLL_CTL_DEL, hostfd, 0) on a network, so that a
     * tap that has gone does not wake the guest for ever.
     */
    SPT_NET_FORGET = 8,
    /* fault_handler is called when the guest faults. */
    SPT_FAULT_HANDLER = 16,
    /*
     * epoll_ctl(epollfd, EPOLL_CTL_MOD, hostfd, event) on a network: with
     * event.events 0 it ends no wait until it has EPOLLIN again. event.data
     * stays its handle.
     */
    SPT_NET_CHOOSE = 32,
    /* clock_gettime can be called, several times faster than by the kernel. */
    SPT_FAST_CLOCK = 64,
};

/* The registers at a fault; the address is what CR2 says at a page fault. */
struct spt_fault {
    uint32_t trap; /* the processor's number: 14 for a page fault */
    uint32_t error_code;
    uint64_t address;
    uint64_t rip, rsp, rflags;
    uint64_t rax, rbx, rcx, rdx, rsi, rdi, rbp;
    uint64_t r8, r9, r10, r11, r12, r13, r14, r15;
};

/*
 * Tells on the console about a fault. It runs once, on a small stack of the
 * tender's (16 KiB at least), with the guest's FS base. When it returns, the
 * process ends by the signal that the fault raised.
 */
typedef void spt_fault_handler(const struct spt_fault *fault);

/*
 * Linux's own, in the vDSO: as the system call of this name. It needs less
 * than 1 KiB of stack.
 */
struct spt_time {
    int64_t seconds;
    int64_t ns;
};
typedef int spt_clock_gettime(int clock, struct spt_time *time);

#endif
