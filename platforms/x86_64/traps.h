/*
 * traps.h: faults of ring 0, which are all fatal.
 */
#ifndef X86_64_TRAPS_H
#define X86_64_TRAPS_H

#include "../solo5/fault.h"
#include <stdnoreturn.h>

enum { TRAPS_COUNT = 32, TRAPS_ENTRY_SIZE = 16 };

/* Code that the gates of the IDT lead to, TRAPS_ENTRY_SIZE bytes for each. */
extern const char x86_traps_entries[];

/* From that code: defined by each target. */
noreturn void x86_traps_handle(struct solo5_fault *fault);

#endif
