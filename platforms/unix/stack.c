/*
 * Stacks with a guard page below them. A process may have 65530 mappings
 * unless told otherwise; a page without access is one, and so is the stack
 * above it: room for 32,000 tasks. Since Linux 6.13 there is a guard without a
 * mapping of its own, and the limit is memory.
 */
#include <mirage/platform.h>
#include <mirage/task.h>
#include <sys/mman.h>

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#endif

enum { PAGE = 4096, PIECE = 16 };

const bool mirage_platform_guards_stacks = true;

static bool guard(char *page)
{
    static bool is_old_kernel;

    if (!is_old_kernel && madvise(page, PAGE, MADV_GUARD_INSTALL) == 0)
        return true;
    is_old_kernel = true;
    return mprotect(page, PAGE, PROT_NONE) == 0;
}

/* MAP_STACK keeps huge pages away, which would make all of it resident. */
static char *map(size_t size)
{
    char *start =
        mmap(NULL, size, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE, -1, 0);

    return start == MAP_FAILED ? NULL : start;
}

/*
 * Stacks of the usual size are cut from a piece for several, as mmap is a third
 * of what starting a task costs. Each is unmapped by itself.
 */
static char *cut(void)
{
    static char *piece;
    static size_t left;
    char *start;

    if (left == 0) {
        piece = map(PIECE * (PAGE + MIRAGE_STACK_SIZE));
        left = piece ? PIECE : 0;
    }
    if (left == 0)
        return NULL;
    start = piece;
    piece += PAGE + MIRAGE_STACK_SIZE;
    left--;
    return start;
}

void *mirage_platform_stack_alloc(size_t size)
{
    char *page = size == MIRAGE_STACK_SIZE ? cut() : map(PAGE + size);

    if (!page)
        return NULL;
    if (guard(page))
        return page + PAGE;
    munmap(page, PAGE + size);
    return NULL;
}

void mirage_platform_stack_free(void *stack, size_t size)
{
    munmap((char *)stack - PAGE, PAGE + size);
}
