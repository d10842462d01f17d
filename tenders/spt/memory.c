#include "memory.h"
#include <err.h>
#include <errno.h>
#include <solo5/spt_abi.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/personality.h>

/* From the linker: where this program begins. */
extern const char __executable_start[];

/* With it, whatever can be read can be run. */
static void refuse_read_implies_exec(void)
{
    int personality_now = personality(0xffffffff);

    if (personality_now < 0)
        err(EXIT_FAILURE, "Could not determine the personality");
    if (personality_now & READ_IMPLIES_EXEC)
        errx(EXIT_FAILURE, "Cowardly refusing to run with a sys_personality "
                           "of READ_IMPLIES_EXEC");
}

void memory_create(uint64_t size, bool executable)
{
    int protection = PROT_READ | PROT_WRITE | (executable ? PROT_EXEC : 0);
    void *base = (void *)SPT_MEMORY_BASE, *got;

    refuse_read_implies_exec();
    if (size > (uintptr_t)__executable_start)
        errx(EXIT_FAILURE, "Maximum guest memory size (%zu MB) exceeded.",
             (uintptr_t)__executable_start >> 20);
    got =
        mmap(base, size - SPT_MEMORY_BASE, protection,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE,
             -1, 0);
    if (got == MAP_FAILED)
        err(EXIT_FAILURE, "Error allocating guest memory");
    if (got != base) { /* by a kernel that does not know NOREPLACE */
        errno = EEXIST;
        err(EXIT_FAILURE, "Error allocating guest memory");
    }
}

bool memory_protect(uintptr_t address, uint64_t size, uint32_t flags)
{
    int protection = ((flags & PF_R) ? PROT_READ : 0) |
                     ((flags & PF_W) ? PROT_WRITE : 0) |
                     ((flags & PF_X) ? PROT_EXEC : 0);

    return mprotect((void *)address, size, protection) == 0;
}
