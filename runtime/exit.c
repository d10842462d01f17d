#include "scheduler.h"
#include <mirage/exit.h>

static struct mirage_exit_hook *hooks; /* last added first */

void mirage_at_exit(struct mirage_exit_hook *hook)
{
    hook->next = hooks;
    hooks = hook;
}

/*
 * A hook that ends the unikernel has had its turn: the others follow. As a
 * destructor, so that the C library's exit() does this too.
 */
__attribute__((destructor)) static void run_hooks(void)
{
    mirage_current = NULL; /* so that a hook that waits is found out */
    while (hooks) {
        struct mirage_exit_hook *hook = hooks;

        hooks = hook->next;
        hook->fn(hook->arg);
    }
}

void mirage_exit(int status)
{
    run_hooks();
    mirage_platform_exit(status);
}
