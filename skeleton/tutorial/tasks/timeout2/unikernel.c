/* The same with mirage_within, which is made for it. */
#include "unikernel.gen.h"
#include <mirage/task.h>
#include <stdio.h>

struct toss {
    struct mirage_time *time;
    uint64_t flight;  /* nanoseconds */
    const char *side; /* once it has landed */
};

static enum mirage_error toss(void *arg)
{
    struct toss *coin = arg;
    enum mirage_error error = mirage_time_sleep(coin->time, coin->flight);

    if (!error)
        coin->side = "Heads";
    return error;
}

enum mirage_error timeout_start(struct mirage_console *console,
                                struct mirage_time *time,
                                struct mirage_random *random)
{
    uint64_t flight = mirage_random_below(random, MIRAGE_SEC(3));
    struct toss coin = {time, flight, NULL};
    enum mirage_error error = mirage_within(MIRAGE_SEC(2), toss, &coin);
    char line[40];

    if (error && error != MIRAGE_TIMED_OUT)
        return error;
    if (error)
        snprintf(line, sizeof(line), "Cancelled");
    else
        snprintf(line, sizeof(line), "Returned \"%s\"", coin.side);
    mirage_console_log(console, line);
    return MIRAGE_OK;
}
