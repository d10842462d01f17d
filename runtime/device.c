#include "fatal.h"
#include "scheduler.h"

/* In the order they came; each task's `handle` is its device. */
static struct mirage_queue readers;

static mirage_ready_set bit(unsigned handle)
{
    return (mirage_ready_set)1 << handle;
}

mirage_ready_set mirage_devices_wanted(void)
{
    mirage_ready_set wanted = 0;

    for (struct mirage_task *task = readers.head; task; task = task->next)
        wanted |= bit(task->handle);
    return wanted;
}

enum mirage_error mirage_wait_device(unsigned handle, uint64_t deadline)
{
    if (handle >= 8 * sizeof(mirage_ready_set))
        mirage_fatal("waits for a device that there cannot be");
    if (mirage_devices_wanted() & bit(handle))
        mirage_fatal("waits for a device for which another task waits");
    if (mirage_current)
        mirage_current->handle = handle;
    return mirage_wait_in("mirage_wait_device", &readers, deadline);
}

void mirage_devices_wake(mirage_ready_set set)
{
    struct mirage_task *task, *next;

    for (task = set ? readers.head : NULL; task; task = next) {
        next = task->next;
        if (set & bit(task->handle))
            mirage_ready(task, MIRAGE_OK);
    }
}
