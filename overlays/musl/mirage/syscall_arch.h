/*
 * Takes the place of musl's arch/x86_64/syscall_arch.h: a system call becomes
 * a call of a function of mirage/system.h, or an answer known beforehand. The
 * number is a constant almost everywhere, so of the choices below the compiler
 * leaves the one that is meant.
 */
#include <errno.h>
#include <mirage/system.h>

#define __SYSCALL_LL_E(x) (x)
#define __SYSCALL_LL_O(x) (x)

enum {
    MIRAGE_O_CREAT = 0100,
    MIRAGE_MAP_ANONYMOUS = 0x20,
    MIRAGE_TIMER_ABSTIME = 1,
    MIRAGE_CLOCK_MONOTONIC = 1,
};

/* A console, so that stdout is written line by line. */
static inline long mirage_console_or(long fd, long otherwise)
{
    return fd >= 0 && fd <= 2 ? 0 : otherwise;
}

/* There are no files, and none can be made. */
static inline long mirage_open(long flags)
{
    return flags & MIRAGE_O_CREAT ? -EROFS : -ENOENT;
}

/* There are no other processes, nor handlers: a signal ends the program. */
static inline long mirage_signal(long signal)
{
    if (signal)
        mirage_system_abort();
    return 0;
}

static inline long mirage_exit_call(long status)
{
    mirage_system_exit((int)status);
    return 0;
}

static inline long mirage_syscall_files(long n, long a, long b)
{
    switch (n) {
    case SYS_open:
        return mirage_open(b);
    case SYS_close:
    case SYS_fcntl:
    case SYS_ioctl:
    case SYS_fsync:
        return mirage_console_or(a, -EBADF);
    case SYS_read:
    case SYS_readv: /* the console has no input: an end of file */
        return mirage_console_or(a, -EBADF);
    case SYS_lseek:
        return mirage_console_or(a, 0) ? -EBADF : -ESPIPE;
    case SYS_stat:
    case SYS_lstat:
    case SYS_access:
    case SYS_readlink:
    case SYS_chdir:
    case SYS_unlink:
    case SYS_rmdir:
    case SYS_rename:
    case SYS_newfstatat:
    case SYS_faccessat:
    case SYS_readlinkat:
    case SYS_statx:
        return -ENOENT;
    case SYS_mkdir:
        return -EROFS;
    case SYS_socket:
        return -EAFNOSUPPORT;
    default:
        return -ENOSYS;
    }
}

static inline long mirage_syscall_process(long n, long a, long b)
{
    switch (n) {
    case SYS_getpid:
    case SYS_gettid:
    case SYS_set_tid_address:
        return 1;
    case SYS_tkill:
        return mirage_signal(b);
    case SYS_kill:
        return a == 1 || a == 0 ? mirage_signal(b) : -ESRCH;
    case SYS_getuid:
    case SYS_geteuid:
    case SYS_getgid:
    case SYS_getegid:
    case SYS_getppid:
    case SYS_rt_sigprocmask:
    case SYS_futex:
    case SYS_sched_yield:
    case SYS_madvise:
        return 0;
    default:
        return mirage_syscall_files(n, a, b);
    }
}

static inline long mirage_syscall(long n, long a, long b, long c, long d)
{
    switch (n) {
    case SYS_write:
        return mirage_system_write((int)a, (const void *)b, (size_t)c);
    case SYS_writev:
        return mirage_system_writev((int)a, (const struct iovec *)b, (int)c);
    case SYS_brk:
        return (long)mirage_system_brk((uintptr_t)a);
    case SYS_mmap: /* musl's own are all anonymous, but for files */
        return d & MIRAGE_MAP_ANONYMOUS ? mirage_system_map((size_t)b)
                                        : -ENODEV;
    case SYS_munmap:
        return mirage_system_unmap((void *)a, (size_t)b);
    case SYS_clock_gettime:
        return mirage_system_clock((int)a, (struct timespec *)b);
    case SYS_nanosleep:
        return mirage_system_sleep(MIRAGE_CLOCK_MONOTONIC, 0,
                                   (const struct timespec *)a);
    case SYS_clock_nanosleep:
        return mirage_system_sleep((int)a, (int)b & MIRAGE_TIMER_ABSTIME,
                                   (const struct timespec *)c);
    case SYS_openat:
        return mirage_open(c);
    case SYS_getrandom:
        return mirage_system_random((void *)a, (size_t)b);
    case SYS_exit:
    case SYS_exit_group:
        return mirage_exit_call(a);
    default:
        return mirage_syscall_process(n, a, b);
    }
}

/* ---- as musl calls them ---- */

static inline long __syscall0(long n)
{
    return mirage_syscall(n, 0, 0, 0, 0);
}

static inline long __syscall1(long n, long a)
{
    return mirage_syscall(n, a, 0, 0, 0);
}

static inline long __syscall2(long n, long a, long b)
{
    return mirage_syscall(n, a, b, 0, 0);
}

static inline long __syscall3(long n, long a, long b, long c)
{
    return mirage_syscall(n, a, b, c, 0);
}

static inline long __syscall4(long n, long a, long b, long c, long d)
{
    return mirage_syscall(n, a, b, c, d);
}

static inline long __syscall5(long n, long a, long b, long c, long d, long e)
{
    (void)e;
    return mirage_syscall(n, a, b, c, d);
}

static inline long __syscall6(long n, long a, long b, long c, long d, long e,
                              long f)
{
    (void)e, (void)f;
    return mirage_syscall(n, a, b, c, d);
}
