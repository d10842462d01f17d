/* Two tasks side by side, and the end of both. */
#include "unikernel.gen.h"
#include <mirage/task.h>

struct devices {
    struct mirage_console *console;
    struct mirage_time *time;
};

static enum mirage_error heads(void *arg)
{
    struct devices *devices = arg;
    enum mirage_error error = mirage_time_sleep(devices->time, MIRAGE_SEC(1));

    if (!error)
        mirage_console_log(devices->console, "Heads");
    return error;
}

static enum mirage_error tails(void *arg)
{
    struct devices *devices = arg;
    enum mirage_error error = mirage_time_sleep(devices->time, MIRAGE_SEC(2));

    if (!error)
        mirage_console_log(devices->console, "Tails");
    return error;
}

enum mirage_error heads_start(struct mirage_console *console,
                              struct mirage_time *time)
{
    struct devices devices = {console, time};
    struct mirage_group coins = {0};

    mirage_spawn(&coins, heads, &devices);
    mirage_spawn(&coins, tails, &devices);
    enum mirage_error error = mirage_join(&coins);
    mirage_console_log(console, "Finished");
    return error;
}
