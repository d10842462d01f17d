#include "fatal.h"
#include "scheduler.h"

void mirage_group_add(struct mirage_group *group, struct mirage_task *task)
{
    task->group = group;
    task->number = group->spawned++;
    task->cancelled = group->cancelled;
    task->older = group->running;
    if (group->running)
        group->running->newer = task;
    group->running = task;
}

static void unlink_from_group(struct mirage_task *task)
{
    if (task->newer)
        task->newer->older = task->older;
    else
        task->group->running = task->older;
    if (task->older)
        task->older->newer = task->newer;
}

void mirage_group_remove(struct mirage_task *task, enum mirage_error result)
{
    struct mirage_group *group = task->group;

    unlink_from_group(task);
    if (!group->ended++) {
        group->first = task->number;
        group->first_result = result;
    }
    if (!group->error)
        group->error = result;
    if (group->owner && (group->first_is_enough || !group->running))
        mirage_ready(group->owner, MIRAGE_OK);
}

void mirage_cancel(struct mirage_group *group)
{
    group->cancelled = true;
    for (struct mirage_task *task = group->running; task; task = task->older) {
        task->cancelled = true;
        if (task->waits_in)
            mirage_ready(task, MIRAGE_CANCELLED);
    }
}

/* ---- waiting for a group ---- */

/*
 * Unlike other waits this one goes on in a cancelled task: it hands the
 * cancellation to the group, whose tasks then end soon.
 */
static enum mirage_error await_end(struct mirage_group *group, const char *call,
                                   uint64_t deadline)
{
    enum mirage_error error;

    if (group->owner)
        mirage_fatal("waits for a group for which another task waits");
    if (mirage_current && mirage_current->group == group)
        mirage_fatal("waits for the group that it is part of");
    if (mirage_is_cancelled())
        mirage_cancel(group);
    group->owner = mirage_current;
    error = mirage_suspend(call, deadline);
    group->owner = NULL;
    return error;
}

static void await_all(struct mirage_group *group, const char *call)
{
    group->first_is_enough = false;
    while (group->running)
        await_end(group, call, MIRAGE_NEVER);
}

enum mirage_error mirage_join(struct mirage_group *group)
{
    enum mirage_error error;

    await_all(group, "mirage_join");
    error = group->error;
    *group = (struct mirage_group){0};
    return error;
}

size_t mirage_pick(struct mirage_group *group, enum mirage_error *result)
{
    size_t first;

    if (!group->spawned)
        mirage_fatal("mirage_pick of an empty group");
    group->first_is_enough = true;
    while (!group->ended)
        await_end(group, "mirage_pick", MIRAGE_NEVER);
    mirage_cancel(group);
    await_all(group, "mirage_pick");
    first = group->first;
    if (result)
        *result = group->first_result;
    *group = (struct mirage_group){0};
    return first;
}

enum mirage_error mirage_within(uint64_t ns, mirage_task_fn *fn, void *arg)
{
    uint64_t deadline = mirage_deadline(ns);
    struct mirage_group group = {.first_is_enough = true};
    bool late = false;
    enum mirage_error result;

    mirage_spawn_named(&group, mirage_task_name(), MIRAGE_STACK_SIZE, fn, arg);
    while (!group.ended && !late)
        late = await_end(&group, "mirage_within", deadline) == MIRAGE_TIMED_OUT;
    if (late)
        mirage_cancel(&group);
    await_all(&group, "mirage_within");
    result = group.first_result;
    if (late && result == MIRAGE_CANCELLED && !mirage_is_cancelled())
        return MIRAGE_TIMED_OUT;
    return result;
}
