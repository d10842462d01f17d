#include "../solo5/target.h"
#include "../solo5/boot.h"
#include "../x86_64/paging.h"
#include "host.h"
#include <mirage/platform.h>

/* A tender of ours can guard them, others cannot: so a canary it is. */
const bool mirage_platform_guards_stacks = false;

void solo5_target_write(const char *data, size_t size)
{
    struct hvt_puts args = {.data = (uintptr_t)data, .len = size};

    hvt_call(HVT_PUTS, &args);
}

bool solo5_target_set_thread(uintptr_t pointer)
{
    if (hvt_is_ring3())
        __asm__ volatile("wrfsbase %0" : : "r"(pointer) : "memory");
    else
        cpu_write_msr(CPU_MSR_FS_BASE, pointer);
    return true;
}

bool solo5_target_protect(uintptr_t start, size_t size, bool access)
{
    struct mirage_hvt_protect args = {
        .address = start,
        .size = size,
        .access = access ? MIRAGE_HVT_READ_WRITE : MIRAGE_HVT_NO_ACCESS,
    };

    if (!hvt_is_ring3())
        return x86_paging_set(
            start, size, access ? PAGING_READ | PAGING_WRITE : PAGING_NONE);
    if (!hvt_has(MIRAGE_HVT_PROTECT))
        return false;
    hvt_call(MIRAGE_HVT_PROTECT, &args);
    return args.ret == HVT_OK;
}

const uint8_t *solo5_target_seed(size_t *size)
{
    const struct mirage_hvt_info *info = hvt_info();

    *size = info ? sizeof(info->seed) : 0;
    return info ? info->seed : NULL;
}

/* In ring 0, what lies below the image is the tender's to write. */
void solo5_target_ready(void)
{
    if (!hvt_is_ring3())
        x86_paging_init(HVT_BOOT_INFO_BASE, PAGING_READ,
                        solo5_machine.memory_end);
}

noreturn void solo5_target_halt(int status)
{
    struct hvt_halt args = {.exit_status = status};

    for (;;)
        hvt_call(HVT_HALT, &args);
}
