#include "sandbox.h"
#include <err.h>
#include <linux/seccomp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

void sandbox_enter(const struct filter *filter)
{
    struct sock_fprog program = {
        .len = filter->size,
        .filter = (struct sock_filter *)filter->code,
    };

    /* If this fails, so does the next unless it is not needed. */
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0 &&
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        err(EXIT_FAILURE, "Could not load the seccomp filter that confines "
                          "the guest (see --x-no-seccomp)");
}
