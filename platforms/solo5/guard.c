#include "guard.h"
#include "entropy.h"
#include "print.h"
#include "target.h"
#include <mirage/exit.h>

uintptr_t __stack_chk_guard;

/* A string that runs over cannot copy the canary: one byte of it is NUL. */
__attribute__((no_stack_protector)) void solo5_guard_init(void)
{
    solo5_entropy(&__stack_chk_guard, sizeof(__stack_chk_guard));
    __stack_chk_guard &= ~(uintptr_t)0xff00;
}

noreturn void __stack_chk_fail(void);

void __stack_chk_fail(void)
{
    solo5_print_abort("Stack corruption detected");
    solo5_target_halt(MIRAGE_EXIT_CRASH);
}
