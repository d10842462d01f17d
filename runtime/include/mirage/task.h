/*
 * mirage/task.h: tasks that take turns.
 *
 * A task is a C function with a stack of its own. It keeps the CPU until it
 * calls something that waits, and what waits says so in its header. Between
 * two such calls nothing else runs, so data that tasks share needs no lock.
 *
 * Tasks belong to a group, and the group to the function that declared it:
 * that function must end with mirage_join or mirage_pick. No task outlives
 * the variables it was given.
 *
 *     struct mirage_group coins = {0};
 *
 *     mirage_spawn(&coins, heads, time);
 *     mirage_spawn(&coins, tails, time);
 *     return mirage_join(&coins);
 */
#ifndef MIRAGE_TASK_H
#define MIRAGE_TASK_H

#include <mirage/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MIRAGE_MS(n)  ((uint64_t)(n)*1000000)
#define MIRAGE_SEC(n) ((uint64_t)(n)*1000000000)
#define MIRAGE_NEVER  UINT64_MAX

/* Bytes of stack a task gets unless it asks for more. */
enum { MIRAGE_STACK_SIZE = 64 * 1024 };

struct mirage_task;

/* What a task does. The error it returns is its result. */
typedef enum mirage_error mirage_task_fn(void *arg);

/* Tasks that end together. Starts as {0}; fields are the scheduler's. */
struct mirage_group {
    struct mirage_task *running; /* newest first; the ended are freed */
    struct mirage_task *owner;   /* waiting in join or pick */
    bool first_is_enough;        /* for the owner to go on */
    bool cancelled;              /* and so will be who is spawned now */
    size_t spawned, ended;
    size_t first; /* to end */
    enum mirage_error first_result;
    enum mirage_error error; /* the first result that is one */
};

/*
 * Starts fn(arg) in `group`, the n-th to be spawned there, n from 0. It first
 * runs when the caller next waits. Ends the unikernel if memory runs out. The
 * function's name is the task's in messages.
 */
#define mirage_spawn(group, fn, arg)                                           \
    mirage_spawn_named(group, #fn, MIRAGE_STACK_SIZE, fn, arg)

/* The same under another name, static text, with `stack_size` bytes. */
void mirage_spawn_named(struct mirage_group *group, const char *name,
                        size_t stack_size, mirage_task_fn *fn, void *arg);

/*
 * Waits for all; the first result that is not MIRAGE_OK, or MIRAGE_OK. If the
 * caller is cancelled, so is the group, and the wait goes on. Afterwards the
 * group is {0} again; so it is after mirage_pick.
 */
enum mirage_error mirage_join(struct mirage_group *group);

/*
 * Waits for one to end, cancels the others and waits for them too. Returns
 * which ended first, and its result in *result unless that is NULL. There must
 * be one.
 */
size_t mirage_pick(struct mirage_group *group, enum mirage_error *result);

/*
 * Asks every task of `group`, newest first, to stop: the wait each is in, and
 * all it tries later, return MIRAGE_CANCELLED. It may clean up, but not wait.
 * A wait that is over already, though its task has not run since, keeps its
 * result. So it goes for tasks spawned in the group later, until it is joined.
 */
void mirage_cancel(struct mirage_group *group);

/*
 * The result of fn(arg), run as a task, which is cancelled after `ns`
 * nanoseconds. If it then ends with MIRAGE_CANCELLED, that becomes
 * MIRAGE_TIMED_OUT; if it manages to end otherwise, late as it is, its result
 * counts.
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_within(uint64_t ns, mirage_task_fn *fn, void *arg);

/*
 * Waits `ns` nanoseconds, or longer if other tasks are busy; MIRAGE_NEVER is
 * till the end of the unikernel.
 *
 * MIRAGE_CANCELLED
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_sleep(uint64_t ns);

/* Lets every other task that can run do so first. MIRAGE_CANCELLED */
MIRAGE_MUST_CHECK
enum mirage_error mirage_yield(void);

/* The monotonic clock: nanoseconds since some moment before the start. */
uint64_t mirage_now(void);

/* The name of the running task; "main" before any was spawned. */
const char *mirage_task_name(void);

/* ---- to build other waiting calls with ---- */

/*
 * Tasks waiting for something, longest first. Starts as {0}. It serves as a
 * condition variable too:
 *
 *     while (!error && !condition)
 *         error = mirage_wait(&changed, MIRAGE_NEVER);
 */
struct mirage_queue {
    struct mirage_task *head, *tail;
};

/*
 * Waits in `queue` until woken, or until the monotonic time `deadline`.
 *
 * MIRAGE_TIMED_OUT, MIRAGE_CANCELLED
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_wait(struct mirage_queue *queue, uint64_t deadline);

/* The longest waiting task, if any, can run again, after those that can now. */
void mirage_wake(struct mirage_queue *queue);

/* So are all that wait now, in the order they came. */
void mirage_wake_all(struct mirage_queue *queue);

/*
 * Waits until the device with the platform's `handle` can be read, or until
 * `deadline`. One task at a time may wait for a device.
 *
 * MIRAGE_TIMED_OUT, MIRAGE_CANCELLED
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_wait_device(unsigned handle, uint64_t deadline);

/* ---- mailbox: one pointer, handed from task to task ---- */

/* Starts as {0}, empty. */
struct mirage_mailbox {
    void *item;
    struct mirage_queue putters, takers;
};

/*
 * Waits for the box to be empty, longest waiting first. `item` is not NULL,
 * and now the taker's.
 *
 * MIRAGE_CANCELLED  the item is still the caller's
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_put(struct mirage_mailbox *box, void *item);

/* Waits for the box to be full, longest waiting first. MIRAGE_CANCELLED */
MIRAGE_MUST_CHECK
enum mirage_error mirage_take(struct mirage_mailbox *box, void **item);

/* ---- from the runtime's start and from tests ---- */

/* Runs fn(arg), as the task "main", and all it spawns; returns its result. */
enum mirage_error mirage_run(mirage_task_fn *fn, void *arg);

#endif
