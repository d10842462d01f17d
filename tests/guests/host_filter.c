/*
 * host_filter CALL... -- COMMAND...: runs a command on a host that lacks these
 * system calls, as some sandboxes do: they fail with EPERM.
 */
#include <err.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct {
    const char *name;
    unsigned number;
} calls[] = {
    {"clone", SYS_clone},     {"eventfd2", SYS_eventfd2},
    {"prctl", SYS_prctl},     {"seccomp", SYS_seccomp},
    {"madvise", SYS_madvise}, {"memfd_create", SYS_memfd_create},
};

static unsigned number_of(const char *name)
{
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (strcmp(calls[i].name, name) == 0)
            return calls[i].number;
    errx(EXIT_FAILURE, "host_filter does not know %s", name);
}

int main(int argc, char **argv)
{
    struct sock_filter code[32] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    };
    struct sock_fprog program = {.len = 1, .filter = code};
    int i = 1;

    for (; i < argc && i < 10 && strcmp(argv[i], "--") != 0; i++) {
        code[program.len++] = (struct sock_filter)BPF_JUMP(
            BPF_JMP | BPF_JEQ, number_of(argv[i]), 0, 1);
        code[program.len++] =
            (struct sock_filter)BPF_STMT(BPF_RET, SECCOMP_RET_ERRNO | EPERM);
    }
    code[program.len++] =
        (struct sock_filter)BPF_STMT(BPF_RET, SECCOMP_RET_ALLOW);
    if (i + 1 >= argc)
        errx(EXIT_FAILURE, "usage: host_filter CALL... -- COMMAND...");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        err(EXIT_FAILURE, "host_filter");
    execvp(argv[i + 1], argv + i + 1);
    err(EXIT_FAILURE, "%s", argv[i + 1]);
}
