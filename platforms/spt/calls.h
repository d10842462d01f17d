/*
 * calls.h: the Linux system calls that the tender's filter lets through. Each
 * returns what the kernel does: a negative number of errno.h on failure.
 */
#ifndef SPT_CALLS_H
#define SPT_CALLS_H

#include <stddef.h>
#include <stdint.h>

enum spt_call {
    SPT_READ = 0,
    SPT_WRITE = 1,
    SPT_MPROTECT = 10,
    SPT_PREAD = 17,
    SPT_PWRITE = 18,
    SPT_FDATASYNC = 75,
    SPT_ARCH_PRCTL = 158,
    SPT_CLOCK_GETTIME = 228,
    SPT_EXIT_GROUP = 231,
    SPT_EPOLL_CTL = 233,
    SPT_EPOLL_PWAIT = 281,
    SPT_TIMERFD_SETTIME = 286,
};

static inline long spt_call6(enum spt_call call, long a, long b, long c, long d,
                             long e, long f)
{
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    register long r9 __asm__("r9") = f;
    long result;

    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"((long)call), "D"(a), "S"(b), "d"(c), "r"(r10),
                       "r"(r8), "r"(r9)
                     : "rcx", "r11", "memory");
    return result;
}

static inline long spt_call4(enum spt_call call, long a, long b, long c, long d)
{
    register long r10 __asm__("r10") = d;
    long result;

    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"((long)call), "D"(a), "S"(b), "d"(c), "r"(r10)
                     : "rcx", "r11", "memory");
    return result;
}

static inline long spt_call3(enum spt_call call, long a, long b, long c)
{
    long result;

    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"((long)call), "D"(a), "S"(b), "d"(c)
                     : "rcx", "r11", "memory");
    return result;
}

#endif
