#include "scheduler.h"

uint64_t mirage_now(void)
{
    return mirage_platform_clock();
}

/*
 * A deadline that never comes, yet is one: to sleep for ever is no deadlock.
 */
static const uint64_t VERY_LATE = MIRAGE_NEVER - 1;

uint64_t mirage_deadline(uint64_t ns)
{
    uint64_t now = mirage_now();

    return ns < VERY_LATE - now ? now + ns : VERY_LATE;
}

enum mirage_error mirage_sleep(uint64_t ns)
{
    enum mirage_error error;

    if (mirage_is_cancelled())
        return MIRAGE_CANCELLED;
    error = mirage_suspend("mirage_sleep", mirage_deadline(ns));
    return error == MIRAGE_TIMED_OUT ? MIRAGE_OK : error;
}

enum mirage_error mirage_yield(void)
{
    if (mirage_is_cancelled())
        return MIRAGE_CANCELLED;
    if (mirage_current) {
        mirage_current->result = MIRAGE_OK;
        mirage_queue_append(&mirage_ready_tasks, mirage_current);
    }
    return mirage_suspend("mirage_yield", MIRAGE_NEVER);
}
