/*
 * When every task waits and there is neither a deadline nor a device to end a
 * wait, the program has a bug that would otherwise show as silence. Sleeping
 * for ever is no such wait: it says that a signal is awaited.
 */
#include "scheduler.h"
#include "text.h"
#include <mirage/exit.h>
#include <mirage/unikernel.h>

void mirage_deadlock(void)
{
    mirage_say("%s: every task waits, and nothing can end a wait:\n",
               mirage_name());
    for (struct mirage_task *task = mirage_tasks; task; task = task->earlier)
        mirage_say("  task '%s' in %s\n", task->name, task->waits_in);
    mirage_exit(MIRAGE_EXIT_CRASH);
}
