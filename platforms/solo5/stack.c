/*
 * Stacks of tasks. Where the host or the machine can, the page below one is
 * taken away for as long as the stack is in use; where it cannot, the runtime
 * finds an overflow by its canary, later.
 */
#include "pages.h"
#include "target.h"
#include <mirage/platform.h>

void *mirage_platform_stack_alloc(size_t size)
{
    uintptr_t guard = solo5_pages_alloc(size + SOLO5_PAGE_SIZE);

    if (!guard)
        return NULL;
    solo5_target_protect(guard, SOLO5_PAGE_SIZE, false);
    return (void *)(guard + SOLO5_PAGE_SIZE);
}

void mirage_platform_stack_free(void *stack, size_t size)
{
    uintptr_t guard = (uintptr_t)stack - SOLO5_PAGE_SIZE;

    solo5_target_protect(guard, SOLO5_PAGE_SIZE, true);
    solo5_pages_free(guard, size + SOLO5_PAGE_SIZE);
}
