/*
 * boot.h: from a target's first instructions to the unikernel's.
 */
#ifndef SOLO5_BOOT_H
#define SOLO5_BOOT_H

#include "manifest.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

/* What the host says about this run. */
struct solo5_machine {
    uintptr_t memory_end; /* of all memory; the first stack ends just there */
    const char *command_line; /* as the host passed it on */
    struct mft *manifest;     /* with what was attached filled in */
    bool memory_is_zero;      /* all above the image */
};

extern struct solo5_machine solo5_machine;

/* The command line after Solo5's own options. */
extern const char *solo5_arguments;

/* Prints the banner, sets up what the unikernel needs, and starts it. */
noreturn void solo5_boot(const struct solo5_machine *machine);

#endif
