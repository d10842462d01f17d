/*
 * From spawn to end of a task.
 */
#include "fatal.h"
#include "scheduler.h"
#include "switch.h"

struct mirage_task *mirage_tasks;

static void add_to_all(struct mirage_task *task)
{
    task->earlier = mirage_tasks;
    if (mirage_tasks)
        mirage_tasks->later = task;
    mirage_tasks = task;
}

static void remove_from_all(struct mirage_task *task)
{
    if (task->later)
        task->later->earlier = task->earlier;
    else
        mirage_tasks = task->earlier;
    if (task->earlier)
        task->earlier->later = task->later;
}

static void run_task(void)
{
    struct mirage_task *self = mirage_current;
    enum mirage_error result;

    mirage_arrive();
    result = self->fn(self->arg);
    mirage_stack_check(self);
    mirage_group_remove(self, result);
    remove_from_all(self);
    mirage_stack_give(self);
    mirage_leave();
}

void mirage_spawn_named(struct mirage_group *group, const char *name,
                        size_t stack_size, mirage_task_fn *fn, void *arg)
{
    struct mirage_task *task;

    if (!mirage_current)
        mirage_fatal("mirage_spawn before the start or after the end");
    task = mirage_stack_take(name, stack_size);
    task->name = name;
    task->fn = fn;
    task->arg = arg;
    task->context = mirage_switch_frame(task, run_task);
    mirage_group_add(group, task);
    add_to_all(task);
    mirage_queue_append(&mirage_ready_tasks, task);
}
