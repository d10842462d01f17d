#include "../solo5/abi_note.h"
#include "../solo5/boot.h"
#include "../solo5/print.h"
#include "../x86_64/cpu.h"
#include "../x86_64/tables.h"
#include "../x86_64/traps.h"
#include "clock.h"
#include "interrupts.h"
#include "loader.h"
#include "machine.h"
#include "power.h"
#include "serial.h"
#include <mirage/exit.h>
#include <solo5/mirage_abi.h>

enum { ABI_TARGET = 3, ABI_VERSION = 1 };

/* What is mapped before the image has page tables of its own. */
static const uint64_t mapped_at_first = 1ull << 32;

SOLO5_ABI_NOTE_DECLARE(ABI_TARGET, ABI_VERSION)
MIRAGE_NOTE_DECLARE(MIRAGE_IMAGE_SPLITS_ARGUMENTS)

struct loader_info virtio_machine_loader;

/* Filled in with what is found on the bus; see solo5/mft_abi.h. */
extern struct {
    uint32_t sizes[6];
    struct mft manifest;
} __solo5_mft1_note;

static noreturn void give_up(const char *message)
{
    solo5_print_abort("%s", message);
    virtio_power_off(MIRAGE_EXIT_CRASH);
}

static noreturn void boot(void)
{
    uint64_t end = virtio_machine_loader.memory_end;
    const struct solo5_machine machine = {
        .memory_end = end < mapped_at_first ? end : mapped_at_first,
        .command_line = virtio_machine_loader.command_line,
        .manifest = &__solo5_mft1_note.manifest,
        .memory_is_zero = false,
    };

    /* The stack so far is a page in the image. */
    __asm__ volatile("mov %0, %%rsp\n"
                     "    call solo5_boot\n"
                     :
                     : "r"((machine.memory_end - 8) & -16ull), "D"(&machine)
                     : "memory");
    __builtin_unreachable();
}

noreturn void virtio_machine_start(uint32_t magic, uintptr_t info);

noreturn void virtio_machine_start(uint32_t magic, uintptr_t info)
{
    cpu_write_msr(CPU_MSR_FS_BASE, 0);
    virtio_serial_init();
    x86_tables_init();
    virtio_interrupts_init();
    if (!virtio_loader_read(magic, info, &virtio_machine_loader))
        give_up("the image was started by neither multiboot nor PVH");
    if (virtio_machine_loader.memory_end == 0)
        give_up("the loader does not say where memory ends");
    boot();
}

noreturn void x86_traps_handle(struct solo5_fault *fault)
{
    solo5_fault_print(fault);
    virtio_power_off(MIRAGE_EXIT_CRASH);
}
