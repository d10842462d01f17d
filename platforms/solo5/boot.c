#include "boot.h"
#include "banner.h"
#include "guard.h"
#include "image.h"
#include "options.h"
#include "pages.h"
#include "print.h"
#include "target.h"
#include "thread.h"
#include <mirage/exit.h>
#include <mirage/platform.h>

enum {
    FIRST_STACK_SIZE = 64 * 1024, /* the scheduler's, not a task's */
    HEAP_MIN = 64 * 1024,
};

struct solo5_machine solo5_machine;
const char *solo5_arguments;

static void print_banner(void)
{
    const struct solo5_map map = {
        .text = (uintptr_t)_stext,
        .rodata = (uintptr_t)_etext,
        .data = (uintptr_t)_erodata,
        .heap = (uintptr_t)_end,
        .end = solo5_machine.memory_end,
    };

    solo5_banner(MIRAGE_VERSION, &map);
}

static void take_memory(void)
{
    uintptr_t start = (uintptr_t)_end, end = solo5_machine.memory_end;

    if (start + HEAP_MIN + FIRST_STACK_SIZE > end) {
        solo5_print_abort("Not enough memory");
        solo5_target_halt(MIRAGE_EXIT_CRASH);
    }
    end = (end - FIRST_STACK_SIZE) & -(uintptr_t)SOLO5_PAGE_SIZE;
    solo5_pages_init(start, end, solo5_machine.memory_is_zero);
}

noreturn void solo5_boot(const struct solo5_machine *machine)
{
    solo5_machine = *machine;
    solo5_guard_init();
    solo5_arguments =
        solo5_options_parse(solo5_machine.command_line, &solo5_level);
    print_banner();
    take_memory();
    solo5_target_ready();
    solo5_thread_init();
    mirage_start();
}
