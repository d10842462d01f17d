/* One function, two tasks: each has an argument of its own. */
#include "unikernel.gen.h"
#include <mirage/task.h>

struct coin {
    struct mirage_console *console;
    struct mirage_time *time;
    const char *side;
    uint64_t flight; /* nanoseconds */
};

static enum mirage_error toss(void *arg)
{
    struct coin *coin = arg;
    enum mirage_error error = mirage_time_sleep(coin->time, coin->flight);

    if (!error)
        mirage_console_log(coin->console, coin->side);
    return error;
}

/*
 * The tasks use variables of this function, which is safe because it joins
 * them: a group of tasks never outlives the function that has it.
 */
enum mirage_error heads_start(struct mirage_console *console,
                              struct mirage_time *time)
{
    struct coin heads = {console, time, "Heads", MIRAGE_SEC(1)};
    struct coin tails = {console, time, "Tails", MIRAGE_SEC(2)};
    struct mirage_group coins = {0};

    mirage_spawn(&coins, toss, &heads);
    mirage_spawn(&coins, toss, &tails);
    enum mirage_error error = mirage_join(&coins);
    mirage_console_log(console, "Finished");
    return error;
}
