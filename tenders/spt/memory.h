/*
 * memory.h: the guest's memory, which is this process's from SPT_MEMORY_BASE
 * up to a size. What lies below stays unmapped, so null pointers fault; the
 * tender itself lies far above.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include "elf_image.h"

/*
 * Makes the memory, zeroed, and not executable unless `executable` says so.
 * Ends the program if it cannot.
 */
void memory_create(uint64_t size, bool executable);

/* For struct guest_memory: what a segment's flags allow, no more. */
bool memory_protect(uintptr_t address, uint64_t size, uint32_t flags);

#endif
