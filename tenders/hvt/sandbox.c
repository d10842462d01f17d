#define _GNU_SOURCE
#include "sandbox.h"
#include "bpf.h"
#include <err.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static struct filter filter;

/* The calls that do no more than what their descriptors were opened for. */
static const unsigned plain_calls[] = {
    SYS_read,          SYS_write,        SYS_pread64,         SYS_pwrite64,
    SYS_fdatasync,     SYS_poll,         SYS_timerfd_settime, SYS_futex,
    SYS_clock_gettime, SYS_rt_sigreturn, SYS_restart_syscall, SYS_exit,
    SYS_exit_group,
};

static const unsigned kvm_calls[] = {
    KVM_RUN, KVM_GET_REGS, KVM_SET_REGS, KVM_GET_SREGS, KVM_SET_SREGS,
};

/* To look at the guest, and to stop it, from a debugger. */
static const unsigned debug_calls[] = {
    KVM_SET_GUEST_DEBUG,
    KVM_GET_FPU,
    KVM_SET_FPU,
};

static void allow(struct bpf *bpf, unsigned call)
{
    bpf_rule(bpf, call);
    bpf_rule_end(bpf);
}

static void allow_cpu(struct bpf *bpf, const struct hvt *hvt, unsigned request)
{
    bpf_rule(bpf, SYS_ioctl);
    bpf_equals(bpf, 0, (uint64_t)hvt->vm.cpu_fd);
    bpf_equals(bpf, 1, request);
    bpf_rule_end(bpf);
}

/* Guard pages: see vm_forget_translation. Nothing becomes executable. */
static void allow_guards(struct bpf *bpf, const struct hvt *hvt)
{
    uint64_t memory = (uint64_t)hvt->vm.memory;

    bpf_rule(bpf, SYS_mprotect);
    bpf_at_least(bpf, 0, memory + hvt->kernel_end);
    bpf_ends_by(bpf, 0, 1, memory + hvt->guest.size);
    bpf_either(bpf, 2, PROT_READ, PROT_READ | PROT_WRITE);
    bpf_rule_end(bpf);
}

static void allow_core_dump(struct bpf *bpf, const struct hvt *hvt)
{
    bpf_rule(bpf, SYS_openat);
    bpf_equals(bpf, 0, (uint64_t)hvt->core_dir_fd);
    bpf_equals(bpf, 2, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW);
    bpf_rule_end(bpf);
    allow(bpf, SYS_getpid);
    allow(bpf, SYS_mincore);
    allow(bpf, SYS_ftruncate);
}

static void allow_debugger(struct bpf *bpf, const struct hvt *hvt)
{
    for (unsigned i = 0; i < sizeof(debug_calls) / sizeof(debug_calls[0]); i++)
        allow_cpu(bpf, hvt, debug_calls[i]);
    allow(bpf, SYS_close);
}

static void write_filter(struct bpf *bpf, const struct hvt *hvt)
{
    for (unsigned i = 0; i < sizeof(kvm_calls) / sizeof(kvm_calls[0]); i++)
        allow_cpu(bpf, hvt, kvm_calls[i]);
    for (unsigned i = 0; i < sizeof(plain_calls) / sizeof(plain_calls[0]); i++)
        allow(bpf, plain_calls[i]);
    if (hvt->cpl == 3)
        allow_guards(bpf, hvt);
    if (hvt->core_dir)
        allow_core_dump(bpf, hvt);
    if (hvt->gdb)
        allow_debugger(bpf, hvt);
}

/* Solo5 refuses this, too: all that is readable would be executable. */
static void check_personality(void)
{
    if (personality(0xffffffff) & READ_IMPLIES_EXEC)
        errx(EXIT_FAILURE, "Cowardly refusing to run with a sys_personality of "
                           "READ_IMPLIES_EXEC");
}

void sandbox_prepare(const struct hvt *hvt)
{
    struct bpf bpf;

    check_personality();
    bpf_begin(&bpf, &filter);
    write_filter(&bpf, hvt);
    if (!bpf_end(&bpf))
        errx(EXIT_FAILURE, "The filter for system calls is too long");
    /* If this fails, so does loading the filter, unless it is not needed. */
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

void sandbox_enter(void)
{
    struct sock_fprog program = {.len = filter.size, .filter = filter.code};

    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0 &&
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        warn("WARNING: cannot load a filter for system calls, relying on the "
             "host's");
}
