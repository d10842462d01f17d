/*
 * The main loop: which task is next, and what to do until there is one.
 */
#include "scheduler.h"
#include <mirage/exit.h>
#include <signal.h>

/*
 * While tasks can run, the clock is read every so many switches, and devices
 * are looked at now and then, so that tasks that never stop yielding do not
 * starve them. A look may cost as much as hundreds of switches, depending on
 * the target: looks take at most one part in so many of the time.
 */
enum { SWITCHES_PER_CLOCK = 16, LOOK_NS = 100000, LOOK_SHARE = 16 };

struct mirage_queue mirage_ready_tasks;
struct timers mirage_timers;

static volatile sig_atomic_t asked_to_stop;
static volatile sig_atomic_t stop_status;
static unsigned switches;
static uint64_t next_look; /* at devices */

void mirage_stop(int status)
{
    stop_status = status;
    asked_to_stop = 1;
}

static struct mirage_task *task_of_timer(struct timer *timer)
{
    return (struct mirage_task *)((char *)timer -
                                  offsetof(struct mirage_task, timer));
}

static void end_waits(uint64_t now)
{
    while (mirage_timers.first && mirage_timers.first->deadline <= now)
        mirage_ready(task_of_timer(mirage_timers.first), MIRAGE_TIMED_OUT);
}

static void look_at_devices(uint64_t deadline, mirage_ready_set wanted)
{
    mirage_devices_wake(mirage_platform_yield(deadline, wanted));
}

/* So that timers and devices get their turn while other tasks can run. */
static void look_around(void)
{
    mirage_ready_set wanted = mirage_devices_wanted();
    uint64_t now = mirage_platform_clock();

    switches = 0;
    end_waits(now);
    if (!wanted || now < next_look)
        return;
    look_at_devices(0, wanted);
    next_look = mirage_platform_clock();
    next_look += LOOK_NS + LOOK_SHARE * (next_look - now);
}

static void wait_for_event(void)
{
    mirage_ready_set wanted = mirage_devices_wanted();

    end_waits(mirage_platform_clock());
    if (mirage_ready_tasks.head)
        return;
    if (mirage_timers.first)
        look_at_devices(mirage_timers.first->deadline, wanted);
    else if (wanted)
        look_at_devices(MIRAGE_NEVER, wanted);
    else
        mirage_deadlock();
}

struct mirage_task *mirage_next_task(void)
{
    struct mirage_task *task;

    if (++switches >= SWITCHES_PER_CLOCK)
        look_around();
    while (!asked_to_stop && !mirage_ready_tasks.head)
        wait_for_event();
    if (asked_to_stop)
        mirage_exit(stop_status);
    task = mirage_ready_tasks.head;
    mirage_queue_remove(task);
    return task;
}
