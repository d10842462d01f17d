#include "scheduler.h"

void mirage_queue_append(struct mirage_queue *queue, struct mirage_task *task)
{
    task->queue = queue;
    task->next = NULL;
    task->previous = queue->tail;
    if (queue->tail)
        queue->tail->next = task;
    else
        queue->head = task;
    queue->tail = task;
}

void mirage_queue_remove(struct mirage_task *task)
{
    struct mirage_queue *queue = task->queue;

    if (!queue)
        return;
    if (task->previous)
        task->previous->next = task->next;
    else
        queue->head = task->next;
    if (task->next)
        task->next->previous = task->previous;
    else
        queue->tail = task->previous;
    task->queue = NULL;
}

enum mirage_error mirage_wait_in(const char *call, struct mirage_queue *queue,
                                 uint64_t deadline)
{
    if (mirage_is_cancelled())
        return MIRAGE_CANCELLED;
    if (mirage_current)
        mirage_queue_append(queue, mirage_current);
    return mirage_suspend(call, deadline);
}

enum mirage_error mirage_wait(struct mirage_queue *queue, uint64_t deadline)
{
    return mirage_wait_in("mirage_wait", queue, deadline);
}

void mirage_wake(struct mirage_queue *queue)
{
    if (queue->head)
        mirage_ready(queue->head, MIRAGE_OK);
}

void mirage_wake_all(struct mirage_queue *queue)
{
    while (queue->head)
        mirage_ready(queue->head, MIRAGE_OK);
}
