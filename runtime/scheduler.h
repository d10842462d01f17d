/*
 * scheduler.h: what a task is, for the files of this folder. At any time it
 * runs (one does), can run (it is in the queue of those), or waits.
 */
#ifndef SCHEDULER_H
#define SCHEDULER_H

#include "sanitizer.h"
#include "timers.h"
#include <mirage/platform.h>
#include <mirage/task.h>

/* Lies at the high end of its own stack. */
struct mirage_task {
    /* What it is. */
    const char *name;
    mirage_task_fn *fn;
    void *arg;
    struct mirage_group *group;
    size_t number;                       /* in the group, from 0 */
    struct mirage_task *newer, *older;   /* in the group */
    struct mirage_task *later, *earlier; /* among all tasks */
    bool cancelled;

    /* Where it runs. */
    void *stack; /* the low end; NULL: the first task, on the first stack */
    size_t stack_size;
    void *context; /* see switch.h */
    struct sanitizer_stack sanitizer;

    /* How it waits. */
    const char *waits_in; /* this call; NULL: it can run */
    struct mirage_queue *queue;
    struct mirage_task *next, *previous; /* in the queue */
    struct timer timer;       /* in the heap if there is a deadline */
    enum mirage_error result; /* of the wait */
    union {
        void *item;      /* handed over in a mailbox */
        unsigned handle; /* of the device it waits for */
    };
};

/* The running task. NULL outside of mirage_run, where nothing may wait. */
extern struct mirage_task *mirage_current;

/* ---- scheduler.c ---- */

/*
 * Stops the running task until mirage_ready or `deadline`; returns the result
 * of that. `call` is what people know this wait as.
 */
enum mirage_error mirage_suspend(const char *call, uint64_t deadline);

/* Whether the running task must not wait. */
bool mirage_is_cancelled(void);

/* Ends the wait of `task` with `result`: it can run, after those that can. */
void mirage_ready(struct mirage_task *task, enum mirage_error result);

/* Runs the next task; the running one has ended and is never run again. */
void mirage_leave(void);

/* What a new task calls first. */
void mirage_arrive(void);

/* ---- loop.c ---- */

/* Those that can run, longest first. */
extern struct mirage_queue mirage_ready_tasks;

/* All deadlines of waiting tasks. */
extern struct timers mirage_timers;

/* Waits for one that can run, takes it from the queue and returns it. */
struct mirage_task *mirage_next_task(void);

/* ---- queue.c ---- */

void mirage_queue_append(struct mirage_queue *queue, struct mirage_task *task);

/* Takes `task` out of the queue it is in, if it is in one. */
void mirage_queue_remove(struct mirage_task *task);

/* Like mirage_wait, under the name of `call`. */
enum mirage_error mirage_wait_in(const char *call, struct mirage_queue *queue,
                                 uint64_t deadline);

/* ---- task.c ---- */

/* All, newest first, each with the next in `earlier`. */
extern struct mirage_task *mirage_tasks;

/* ---- group.c ---- */

void mirage_group_add(struct mirage_group *group, struct mirage_task *task);
void mirage_group_remove(struct mirage_task *task, enum mirage_error result);

/* ---- stack.c ---- */

/* A task with a stack, nothing else filled in; ends the unikernel without. */
struct mirage_task *mirage_stack_take(const char *name, size_t size);

/* Its stack is free, though it may be in use until the next switch. */
void mirage_stack_give(struct mirage_task *task);

/* Ends the unikernel with a message if `task` has overflowed its stack. */
void mirage_stack_check(const struct mirage_task *task);

/* Gives back the stacks that are kept for tasks to come. */
void mirage_stack_free_spare(void);

/* ---- sleep.c ---- */

/* The moment `ns` nanoseconds from now. */
uint64_t mirage_deadline(uint64_t ns);

/* ---- device.c ---- */

/* The devices that tasks wait for. */
mirage_ready_set mirage_devices_wanted(void);

/* Those in `set` can be read. */
void mirage_devices_wake(mirage_ready_set set);

/* ---- deadlock.c ---- */

/* Ends the unikernel: all tasks wait and nothing will ever wake one. */
noreturn void mirage_deadlock(void);

#endif
