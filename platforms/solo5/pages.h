/*
 * pages.h: the memory above the image, in pages, and below them a part that
 * grows, from which malloc takes most of what it gives.
 *
 *     end of the image | grown part -> |   free   | <- pages |  first stack |
 *
 * Sizes and addresses are multiples of SOLO5_PAGE_SIZE, but for brk's.
 */
#ifndef SOLO5_PAGES_H
#define SOLO5_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SOLO5_PAGE_SIZE = 4096 };

static inline size_t solo5_whole_pages(size_t size)
{
    return (size + SOLO5_PAGE_SIZE - 1) & -(size_t)SOLO5_PAGE_SIZE;
}

/* Takes over the memory from `start` to `end`; `zeroed` if it is all 0. */
void solo5_pages_init(uintptr_t start, uintptr_t end, bool zeroed);

/* Pages that lie together, not zeroed; 0 if there are not as many. */
uintptr_t solo5_pages_alloc(size_t size);
uintptr_t solo5_pages_alloc_zeroed(size_t size);

/* Gives them back, or a part of them. */
void solo5_pages_free(uintptr_t start, size_t size);

/*
 * Moves the end of the grown part to `end`, zeroing what is new. Returns where
 * it is then: unchanged if it cannot be there.
 */
uintptr_t solo5_pages_brk(uintptr_t end);

#endif
