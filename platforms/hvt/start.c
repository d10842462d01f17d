/*
 * The first instructions: the tender enters at _start with the address of the
 * boot info in RDI and the stack at the end of memory, in ring 0 or 3.
 */
#include "../solo5/abi_note.h"
#include "../solo5/boot.h"
#include "../x86_64/tables.h"
#include "../x86_64/tsc.h"
#include "fault.h"
#include "host.h"
#include <solo5/mirage_abi.h>

SOLO5_ABI_NOTE_DECLARE(HVT_ABI_TARGET, HVT_ABI_VERSION)
MIRAGE_NOTE_DECLARE(MIRAGE_IMAGE_SPLITS_ARGUMENTS | MIRAGE_IMAGE_RING3)

/* The stack is as after a call. */
__asm__(".pushsection .text._start, \"ax\"\n"
        ".globl _start\n"
        ".type _start, @function\n"
        "_start:\n"
        "    xor %ebp, %ebp\n"
        "    and $-16, %rsp\n"
        "    call hvt_start\n"
        ".popsection\n");

noreturn void hvt_start(const struct hvt_boot_info *info);

__attribute__((used)) noreturn void hvt_start(const struct hvt_boot_info *info)
{
    const struct solo5_machine machine = {
        .memory_end = info->mem_size,
        .command_line = (const char *)info->cmdline,
        .manifest = (struct mft *)info->mft,
        .memory_is_zero = true,
    };

    hvt_boot_info = info;
    hvt_catch_faults();
    x86_tsc_init(info->cpu_cycle_freq);
    solo5_boot(&machine);
}
