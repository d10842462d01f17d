/*
 * Stacks from the heap: the sanitizer sees who writes next to one. There are
 * no guard pages, so that the runtime's canaries are tested.
 */
#include "fake.h"
#include <stdlib.h>

const bool mirage_platform_guards_stacks = false;

static size_t limit = SIZE_MAX, in_use, made;
static void *last;

void fake_reset_stacks(void)
{
    limit = SIZE_MAX;
    made = 0;
    last = NULL;
}

void fake_limit_stacks(size_t count)
{
    limit = count;
}

size_t fake_stacks_in_use(void)
{
    return in_use;
}

size_t fake_stacks_made(void)
{
    return made;
}

void *fake_last_stack(void)
{
    return last;
}

void *mirage_platform_stack_alloc(size_t size)
{
    if (size % 4096)
        fake_mistake("a stack that is no multiple of 4096", "");
    if (in_use >= limit)
        return NULL;
    in_use++;
    made++;
    last = aligned_alloc(16, size);
    return last;
}

void mirage_platform_stack_free(void *stack, size_t size)
{
    (void)size;
    in_use--;
    free(stack);
}
