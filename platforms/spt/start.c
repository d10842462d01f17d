/*
 * The first instructions: the tender jumps to _start with the address of the
 * boot info in RDI and the stack at the end of memory.
 */
#include "../solo5/abi_note.h"
#include "../solo5/boot.h"
#include "fault.h"
#include "host.h"
#include <solo5/mirage_abi.h>

SOLO5_ABI_NOTE_DECLARE(2, 2)
MIRAGE_NOTE_DECLARE(MIRAGE_IMAGE_SPLITS_ARGUMENTS)

/* The stack is as after a call. */
__asm__(".pushsection .text._start, \"ax\"\n"
        ".globl _start\n"
        ".type _start, @function\n"
        "_start:\n"
        "    xor %ebp, %ebp\n"
        "    and $-16, %rsp\n"
        "    call spt_start\n"
        ".popsection\n");

noreturn void spt_start(const struct spt_boot_info *info);

__attribute__((used)) noreturn void spt_start(const struct spt_boot_info *info)
{
    const struct solo5_machine machine = {
        .memory_end = info->mem_size,
        .command_line = (const char *)info->cmdline,
        .manifest = (struct mft *)info->mft,
        .memory_is_zero = true,
    };

    spt_boot_info = info;
    spt_catch_faults();
    solo5_boot(&machine);
}
