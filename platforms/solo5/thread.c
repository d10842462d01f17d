#include "thread.h"
#include "image.h"
#include "pages.h"
#include "print.h"
#include "target.h"
#include <mirage/platform.h>
#include <mirage/system.h>
#include <string.h>

/* What an absolute symbol of the linker script says. */
static size_t number(const char *symbol)
{
    return (size_t)symbol;
}

/*
 *     | .tdata | .tbss | padding | the C library's, from the pointer on |
 *
 * The linker has counted the variables' places back from the pointer, which
 * is aligned as they need: a page's alignment is enough for all.
 */
static size_t variables_size(void)
{
    size_t align = number(_atls);

    return (number(_ltdata) + number(_ltbss) + align - 1) & -align;
}

void solo5_thread_init(void)
{
    size_t before = solo5_whole_pages(variables_size());
    uintptr_t block = solo5_pages_alloc_zeroed(
        before + solo5_whole_pages(mirage_system_thread_size));
    uintptr_t pointer = block + before;

    if (!block) {
        solo5_print_abort("not enough memory");
        mirage_platform_abort();
    }
    memcpy((void *)(pointer - variables_size()), _stdata, number(_ltdata));
    mirage_system_thread((void *)pointer, "mirage");
    if (!solo5_target_set_thread(pointer))
        solo5_print_abort("the host refused the thread pointer");
}
