/*
 * A task that stops picks the next to run and switches to it by itself: there
 * is no stack of a scheduler in between.
 */
#include "scheduler.h"
#include "fatal.h"
#include "switch.h"

/* The task of mirage_run's caller, on that one's stack. */
static struct mirage_task first;

struct mirage_task *mirage_current;

/* Runs `task`; what is on the stack of `from`, if not NULL, stays of use. */
static void switch_to(struct mirage_task *task, struct mirage_task *from)
{
    void *nobody;

    mirage_current = task;
    sanitizer_leave(from ? &from->sanitizer : NULL, &task->sanitizer);
    mirage_switch(from ? &from->context : &nobody, task->context);
    mirage_arrive();
}

void mirage_arrive(void)
{
    sanitizer_arrive(&mirage_current->sanitizer, &first.sanitizer);
}

enum mirage_error mirage_suspend(const char *call, uint64_t deadline)
{
    struct mirage_task *self = mirage_current, *next;

    if (!self)
        mirage_fatal("a wait before the start or after the end");
    mirage_stack_check(self);
    self->waits_in = call;
    if (deadline != MIRAGE_NEVER)
        mirage_timers_add(&mirage_timers, &self->timer, deadline);
    next = mirage_next_task();
    if (next != self)
        switch_to(next, self);
    self->waits_in = NULL;
    return self->result;
}

bool mirage_is_cancelled(void)
{
    return mirage_current && mirage_current->cancelled;
}

void mirage_ready(struct mirage_task *task, enum mirage_error result)
{
    mirage_queue_remove(task);
    mirage_timers_remove(&mirage_timers, &task->timer);
    task->waits_in = NULL;
    task->result = result;
    mirage_queue_append(&mirage_ready_tasks, task);
}

void mirage_leave(void)
{
    switch_to(mirage_next_task(), NULL);
}

enum mirage_error mirage_run(mirage_task_fn *fn, void *arg)
{
    enum mirage_error error;

    if (mirage_current)
        mirage_fatal("mirage_run within mirage_run");
    first = (struct mirage_task){.name = "main"};
    mirage_current = mirage_tasks = &first;
    error = fn(arg);
    if (mirage_tasks != &first)
        mirage_fatal("ends before a task that it spawned: a group was not "
                     "joined");
    mirage_current = NULL;
    mirage_stack_free_spare();
    return error;
}

const char *mirage_task_name(void)
{
    return mirage_current ? mirage_current->name : "main";
}
