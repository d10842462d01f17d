#include <mirage/clock.h>

uint64_t mirage_mclock_elapsed_ns(struct mirage_mclock *mclock)
{
    return mclock->ops->elapsed_ns(mclock);
}

uint64_t mirage_mclock_period_ns(struct mirage_mclock *mclock)
{
    return mclock->ops->period_ns(mclock);
}
