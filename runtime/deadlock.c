/*
 * When every task waits and there is neither a deadline nor a device to end a
 * wait, the program has a bug that would otherwise show as silence. Sleeping
 * for ever is no such wait: it says that a signal is awaited.
 */
#include "scheduler.h"
#include "text.h"
#include <mirage/exit.h>
#include <mirage/unikernel.h>

static void describe(const struct mirage_task *task)
{
    char memory[120];
    struct text line = mirage_text(memory, sizeof(memory) - 1);

    mirage_text_add(&line, "  task '");
    mirage_text_add(&line, task->name);
    mirage_text_add(&line, "' in ");
    mirage_text_add(&line, task->waits_in);
    *line.at++ = '\n';
    mirage_platform_log_write(memory, line.at - memory);
}

void mirage_deadlock(void)
{
    char memory[120];
    struct text line = mirage_text(memory, sizeof(memory) - 1);

    mirage_text_add(&line, mirage_name());
    mirage_text_add(&line, ": every task waits, and nothing can end a wait:\n");
    mirage_platform_log_write(memory, line.at - memory);
    for (struct mirage_task *task = mirage_tasks; task; task = task->earlier)
        describe(task);
    mirage_exit(MIRAGE_EXIT_CRASH);
}
