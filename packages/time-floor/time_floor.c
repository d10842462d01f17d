#include "time_floor.h"

static enum mirage_error time_floor_sleep(struct mirage_time *time, uint64_t ns)
{
    (void)time;
    return mirage_sleep(ns);
}

static const struct mirage_time_ops time_floor_ops = {
    .sleep = time_floor_sleep,
};

struct mirage_time *time_floor_connect(void)
{
    static struct mirage_time time = {&time_floor_ops};

    return &time;
}
