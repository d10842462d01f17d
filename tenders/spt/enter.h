/* enter.h: from the tender into the guest. */
#ifndef ENTER_H
#define ENTER_H

#include <stdint.h>
#include <stdnoreturn.h>

/*
 * Jumps to `entry` with RSP = `stack`, RDI = `boot_info`, FS base 0 and all
 * other registers 0: nothing tells the guest where the tender is.
 */
noreturn void enter(uint64_t entry, uint64_t stack, uint64_t boot_info);

#endif
