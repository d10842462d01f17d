/* A toss against the clock: whichever ends first cancels the other. */
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

static enum mirage_error two_seconds(void *time)
{
    return mirage_time_sleep(time, MIRAGE_SEC(2));
}

enum mirage_error timeout_start(struct mirage_console *console,
                                struct mirage_time *time,
                                struct mirage_random *random)
{
    uint64_t flight = mirage_random_below(random, MIRAGE_SEC(3));
    struct toss coin = {time, flight, NULL};
    struct mirage_group race = {0};
    char line[40] = "Cancelled";
    enum mirage_error error;

    mirage_spawn(&race, toss, &coin);
    mirage_spawn(&race, two_seconds, time);
    if (mirage_pick(&race, &error) == 0 && !error)
        snprintf(line, sizeof(line), "Returned \"%s\"", coin.side);
    mirage_console_log(console, line);
    return error;
}
