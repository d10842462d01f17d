/* guest.h for hvt, by stock hypercalls alone. */
#include "guest.h"
#include "hvt.h"

#define SECOND UINT64_C(1000000000)

enum { MSR_FS_BASE = 0xc0000100 };

extern char _end[];

static const struct mirage_hvt_boot_info *boot;

__attribute__((section(".note.solo5.abi"), used,
               aligned(4))) static const struct {
    uint32_t name_size, descriptor_size, type;
    char name[8];
    uint32_t target, version, reserved[2];
} abi_note = {6, 16, 0x31494241, "Solo5", HVT_ABI_TARGET, HVT_ABI_VERSION, {0}};

_Noreturn void _start(const struct mirage_hvt_boot_info *info);

_Noreturn void _start(const struct mirage_hvt_boot_info *info)
{
    struct guest guest = {
        .cmdline = (const char *)info->stock.cmdline,
        .mft = (const struct mft *)info->stock.mft,
        .heap_start = (uint64_t)_end,
        .mem_size = info->stock.mem_size,
    };

    boot = info;
    guest_exit(guest_main(&guest));
}

void hvt_out(uint16_t port, uint32_t value)
{
    __asm__ volatile("outl %0, %1" : : "a"(value), "d"(port) : "memory");
}

void hvt_call(unsigned number, const void *call)
{
    hvt_out(HVT_HYPERCALL_PORT + number, (uint32_t)(uint64_t)call);
}

unsigned hvt_cpl(void)
{
    uint16_t selector;

    __asm__("mov %%cs, %0" : "=r"(selector));
    return selector & 3;
}

const struct hvt_boot_info *hvt_boot(void)
{
    return &boot->stock;
}

const struct mirage_hvt_info *hvt_info(void)
{
    if (!(boot->stock.host_features & MIRAGE_HVT_FEATURE_INFO))
        return NULL;
    return (const struct mirage_hvt_info *)boot->info;
}

_Noreturn void guest_exit(int status)
{
    struct hvt_halt call = {.exit_status = status};

    for (;;)
        hvt_call(HVT_HALT, &call);
}

void guest_write(const char *data, size_t size)
{
    struct hvt_puts call = {.data = (uint64_t)data, .len = size};

    hvt_call(HVT_PUTS, &call);
}

/* Ticks to nanoseconds, by a factor with 32 bits after the point. */
uint64_t guest_clock(void)
{
    uint64_t factor = (SECOND << 32) / boot->stock.cpu_cycle_freq;

    return (uint64_t)((unsigned __int128)__builtin_ia32_rdtsc() * factor >> 32);
}

uint64_t guest_wall_clock(void)
{
    struct hvt_walltime call = {0};

    hvt_call(HVT_WALLTIME, &call);
    return call.nsecs;
}

uint64_t guest_yield(uint64_t deadline)
{
    uint64_t now = guest_clock();
    struct hvt_poll call = {
        .timeout_nsecs = deadline > now ? deadline - now : 0,
    };

    hvt_call(HVT_POLL, &call);
    return call.ready_set;
}

int guest_set_tls(uint64_t base)
{
    if (hvt_cpl() == 3)
        __asm__ volatile("wrfsbase %0" : : "r"(base));
    else
        __asm__ volatile("wrmsr"
                         :
                         : "c"(MSR_FS_BASE), "a"((uint32_t)base),
                           "d"((uint32_t)(base >> 32)));
    return 0;
}
