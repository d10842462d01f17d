/*
 * An item goes straight to the task that waits longest, so nobody who comes
 * later can take it first, and nobody is woken in vain.
 */
#include "fatal.h"
#include "scheduler.h"

enum mirage_error mirage_put(struct mirage_mailbox *box, void *item)
{
    struct mirage_task *taker = box->takers.head;

    if (!item)
        mirage_fatal("mirage_put of NULL");
    if (mirage_is_cancelled())
        return MIRAGE_CANCELLED;
    if (taker) {
        taker->item = item;
        mirage_ready(taker, MIRAGE_OK);
        return MIRAGE_OK;
    }
    if (!box->item) {
        box->item = item;
        return MIRAGE_OK;
    }
    if (mirage_current)
        mirage_current->item = item;
    return mirage_wait_in("mirage_put", &box->putters, MIRAGE_NEVER);
}

enum mirage_error mirage_take(struct mirage_mailbox *box, void **item)
{
    struct mirage_task *putter = box->putters.head;
    enum mirage_error error;

    if (mirage_is_cancelled())
        return MIRAGE_CANCELLED;
    if (box->item) {
        *item = box->item;
        box->item = putter ? putter->item : NULL;
        mirage_wake(&box->putters);
        return MIRAGE_OK;
    }
    error = mirage_wait_in("mirage_take", &box->takers, MIRAGE_NEVER);
    if (!error)
        *item = mirage_current->item;
    return error;
}
