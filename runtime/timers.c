#include "timers.h"
#include <stddef.h>

static bool comes_before(const struct timer *a, const struct timer *b)
{
    return a->deadline < b->deadline ||
           (a->deadline == b->deadline && a->order < b->order);
}

static void put(struct timer **place, struct timer *timer)
{
    *place = timer;
    if (timer)
        timer->place = place;
}

static void adopt(struct timer *parent, struct timer *child)
{
    put(&child->next, parent->child);
    put(&parent->child, child);
}

/* Makes one heap of two, each a root without `next`. */
static struct timer *meld(struct timer *a, struct timer *b)
{
    if (!a || !b)
        return a ? a : b;
    if (comes_before(b, a)) {
        adopt(b, a);
        return b;
    }
    adopt(a, b);
    return a;
}

static struct timer *take_first(struct timer **list)
{
    struct timer *first = *list;

    if (first) {
        *list = first->next;
        first->next = NULL;
    }
    return first;
}

/* Two by two, and then all the pairs: this is what keeps the heap flat. */
static struct timer *meld_all(struct timer *list)
{
    struct timer *pairs = NULL, *root = NULL;

    while (list) {
        struct timer *a = take_first(&list);
        struct timer *pair = meld(a, take_first(&list));

        pair->next = pairs;
        pairs = pair;
    }
    while (pairs)
        root = meld(root, take_first(&pairs));
    return root;
}

void mirage_timers_add(struct timers *timers, struct timer *timer,
                       uint64_t deadline)
{
    *timer = (struct timer){.deadline = deadline, .order = timers->added++};
    put(&timers->first, meld(timers->first, timer));
}

void mirage_timers_remove(struct timers *timers, struct timer *timer)
{
    struct timer *later;

    if (!timer->place)
        return;
    later = meld_all(timer->child);
    put(timer->place, timer->next);
    put(&timers->first, meld(timers->first, later));
    *timer = (struct timer){0};
}
