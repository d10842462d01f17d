#include "../solo5/target.h"
#include "calls.h"
#include "host.h"
#include <mirage/platform.h>

enum {
    SET_FS_BASE = 0x1002, /* of arch_prctl */
    NO_ACCESS = 0,        /* of mprotect */
    READ_WRITE = 3,
    STDOUT = 1,
};

/* A tender of ours can guard them, others cannot: so a canary it is. */
const bool mirage_platform_guards_stacks = false;

void solo5_target_write(const char *data, size_t size)
{
    while (size > 0) {
        long done = spt_call3(SPT_WRITE, STDOUT, (long)data, (long)size);

        if (done <= 0)
            return;
        data += done;
        size -= (size_t)done;
    }
}

bool solo5_target_set_thread(uintptr_t pointer)
{
    return spt_call3(SPT_ARCH_PRCTL, SET_FS_BASE, (long)pointer, 0) == 0;
}

bool solo5_target_protect(uintptr_t start, size_t size, bool access)
{
    return spt_has(SPT_GUARD_PAGES) &&
           spt_call3(SPT_MPROTECT, (long)start, (long)size,
                     access ? READ_WRITE : NO_ACCESS) == 0;
}

const uint8_t *solo5_target_seed(size_t *size)
{
    const struct spt_extension *extension = spt_extension();

    *size = extension ? sizeof(extension->seed) : 0;
    return extension ? extension->seed : NULL;
}

void solo5_target_ready(void)
{
}

noreturn void solo5_target_halt(int status)
{
    for (;;)
        spt_call3(SPT_EXIT_GROUP, status, 0, 0);
}
