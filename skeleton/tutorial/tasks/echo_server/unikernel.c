/*
 * A reader hands lines to a writer through a mailbox; after ten it is done.
 * Nobody types them: they come after a while, and are of some length.
 */
#include "unikernel.gen.h"
#include <mirage/task.h>
#include <string.h>

enum { LINE_COUNT = 10, LINE_ROOM = 20 };

struct echo {
    struct mirage_console *console;
    struct mirage_time *time;
    struct mirage_random *random;
    struct mirage_mailbox lines;
};

static enum mirage_error read_line(struct echo *echo, char *line)
{
    uint64_t pause = mirage_random_below(echo->random, MIRAGE_MS(2500));
    size_t length = mirage_random_below(echo->random, LINE_ROOM);

    memset(line, 'a', length);
    line[length] = '\0';
    return mirage_time_sleep(echo->time, pause);
}

/* Two lines take turns: while one is written, the next is read. */
static enum mirage_error read_lines(void *arg)
{
    static char lines[2][LINE_ROOM];
    struct echo *echo = arg;
    enum mirage_error error = MIRAGE_OK;

    for (int i = 0; i < LINE_COUNT && !error; i++) {
        error = read_line(echo, lines[i % 2]);
        if (!error)
            error = mirage_put(&echo->lines, lines[i % 2]);
    }
    return error;
}

static enum mirage_error write_lines(void *arg)
{
    struct echo *echo = arg;
    void *line;

    for (int i = 0; i < LINE_COUNT; i++) {
        enum mirage_error error = mirage_take(&echo->lines, &line);
        if (error)
            return error;
        mirage_console_log(echo->console, line);
    }
    return MIRAGE_OK;
}

enum mirage_error echo_start(struct mirage_console *console,
                             struct mirage_time *time,
                             struct mirage_random *random)
{
    struct echo echo = {console, time, random, {0}};
    struct mirage_group tasks = {0};

    mirage_spawn(&tasks, read_lines, &echo);
    mirage_spawn(&tasks, write_lines, &echo);
    return mirage_join(&tasks);
}
