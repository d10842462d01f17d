#include <mirage/clock.h>

int64_t mirage_pclock_now_ns(struct mirage_pclock *pclock)
{
    return pclock->ops->now_ns(pclock);
}

bool mirage_pclock_time_zone(struct mirage_pclock *pclock, int *seconds)
{
    return pclock->ops->time_zone(pclock, seconds);
}

uint64_t mirage_pclock_period_ns(struct mirage_pclock *pclock)
{
    return pclock->ops->period_ns(pclock);
}
