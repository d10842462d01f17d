/*
 * paging.h: page tables of our own, so that in ring 0, too, code cannot be
 * written, data cannot be run, and stacks have guard pages. Addresses stay as
 * they are: every page is mapped to itself.
 *
 * The tables are made of pages of solo5/pages.h.
 */
#ifndef X86_64_PAGING_H
#define X86_64_PAGING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum paging_access {
    PAGING_NONE = 0,
    PAGING_READ = 1,
    PAGING_WRITE = 2,
    PAGING_RUN = 4,
    PAGING_DEVICE = 8, /* not cached */
};

/*
 * From now on the first `low` bytes cannot be touched, memory from there up to
 * the image is as `below` says, the image's parts as they need, and what is
 * above, up to `end`, is data.
 */
void x86_paging_init(uintptr_t low, enum paging_access below, uintptr_t end);

/* Changes the access to pages; false if there is no memory for tables. */
bool x86_paging_set(uintptr_t start, size_t size, unsigned access);

#endif
