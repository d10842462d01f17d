#include "scheduler.h"
#include <mirage/exit.h>

static struct mirage_exit_hook *hooks; /* last added first */

void mirage_at_exit(struct mirage_exit_hook *hook)
{
    hook->next = hooks;
    hooks = hook;
}

/* A hook that calls this again has had its turn: the others follow. */
void mirage_exit(int status)
{
    mirage_current = NULL; /* so that a hook that waits is found out */
    while (hooks) {
        struct mirage_exit_hook *hook = hooks;

        hooks = hook->next;
        hook->fn(hook->arg);
    }
    mirage_platform_exit(status);
}
