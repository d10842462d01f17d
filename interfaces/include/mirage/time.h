/*
 * mirage/time.h: waiting for some time to pass.
 */
#ifndef MIRAGE_TIME_H
#define MIRAGE_TIME_H

#include <mirage/error.h>
#include <mirage/task.h>
#include <stdint.h>

/* A connected timer; the first member of each implementation's struct. */
struct mirage_time {
    const struct mirage_time_ops *ops;
};

/*
 * Waits `ns` nanoseconds, or longer if other tasks are busy. MIRAGE_SEC(1) and
 * MIRAGE_MS(1) are in mirage/task.h.
 *
 * MIRAGE_CANCELLED
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_time_sleep(struct mirage_time *time, uint64_t ns);

/* ---- for implementations ---- */

struct mirage_time_ops {
    enum mirage_error (*sleep)(struct mirage_time *time, uint64_t ns);
};

#endif
