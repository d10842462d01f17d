/*
 * What tasks cost on this machine; bench/tasks shows it. Prints a name and a
 * number a line:
 *
 *     hand_over_ns    from one task to another through a mailbox, two switches
 *     spawn_ns        of a task that ends at once, and its join
 *     start_ms        of 10,000 tasks, from the first spawn until all sleep
 *     stacks_ms       their stacks alone, the first page of each touched
 *     resident_bytes  of a sleeping task
 */
#include <mirage/exit.h>
#include <mirage/platform.h>
#include <mirage/task.h>
#include <mirage/unikernel.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { HAND_OVERS = 1000000, SPAWNS = 1000000, SLEEPERS = 10000, ROUNDS = 5 };

/* Of this process alone: other programs on the machine do not count. */
static uint64_t cpu_ns(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* ---- a mailbox ---- */

static enum mirage_error putter(void *box)
{
    for (int i = 0; i < HAND_OVERS; i++)
        if (mirage_put(box, box))
            return MIRAGE_FAILED;
    return MIRAGE_OK;
}

static enum mirage_error taker(void *box)
{
    void *item;

    for (int i = 0; i < HAND_OVERS; i++)
        if (mirage_take(box, &item))
            return MIRAGE_FAILED;
    return MIRAGE_OK;
}

/* The box is full or a taker waits, so that each item is two switches. */
static double hand_over_ns(void)
{
    struct mirage_group group = {0};
    struct mirage_mailbox box = {0};
    uint64_t start = cpu_ns();

    mirage_spawn(&group, putter, &box);
    mirage_spawn(&group, taker, &box);
    if (mirage_join(&group))
        abort();
    return (double)(cpu_ns() - start) / HAND_OVERS;
}

/* ---- spawn and join ---- */

static enum mirage_error nothing(void *unused)
{
    (void)unused;
    return MIRAGE_OK;
}

static double spawn_ns(void)
{
    uint64_t start = cpu_ns();

    for (int i = 0; i < SPAWNS; i++) {
        struct mirage_group group = {0};

        mirage_spawn(&group, nothing, NULL);
        if (mirage_join(&group))
            abort();
    }
    return (double)(cpu_ns() - start) / SPAWNS;
}

/* ---- many sleepers ---- */

static size_t resident(void)
{
    FILE *file = fopen("/proc/self/statm", "r");
    size_t size, pages = 0;

    if (!file || fscanf(file, "%zu %zu", &size, &pages) != 2)
        abort();
    fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static enum mirage_error sleeper(void *unused)
{
    (void)unused;
    return mirage_sleep(MIRAGE_SEC(3600));
}

static void start_sleepers(double *ms, double *bytes)
{
    struct mirage_group group = {0};
    size_t before = resident();
    uint64_t start = cpu_ns();

    for (int i = 0; i < SLEEPERS; i++)
        mirage_spawn(&group, sleeper, NULL);
    if (mirage_yield())
        abort();
    *ms = (double)(cpu_ns() - start) / MIRAGE_MS(1);
    *bytes = (double)(resident() - before) / SLEEPERS;
    mirage_cancel(&group);
    if (mirage_join(&group) != MIRAGE_CANCELLED)
        abort();
}

/* What the same costs without tasks: a stack each, its first page touched. */
static double touch_ms(void)
{
    static char *stacks[SLEEPERS];
    uint64_t start = cpu_ns(), end;

    for (int i = 0; i < SLEEPERS; i++) {
        stacks[i] = mirage_platform_stack_alloc(MIRAGE_STACK_SIZE);
        if (!stacks[i])
            abort();
        stacks[i][MIRAGE_STACK_SIZE - 1] = 1;
    }
    end = cpu_ns();
    for (int i = 0; i < SLEEPERS; i++)
        mirage_platform_stack_free(stacks[i], MIRAGE_STACK_SIZE);
    return (double)(end - start) / MIRAGE_MS(1);
}

/* ---- all of it, the median of some rounds ---- */

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof(*values), compare);
    return values[ROUNDS / 2];
}

static enum mirage_error bench(void)
{
    double hand_over[ROUNDS], spawn[ROUNDS], start[ROUNDS], bytes[ROUNDS],
        touch[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        hand_over[i] = hand_over_ns();
        spawn[i] = spawn_ns();
        start_sleepers(&start[i], &bytes[i]);
        touch[i] = touch_ms();
    }
    printf("hand_over_ns %.1f\n", median(hand_over));
    printf("spawn_ns %.1f\n", median(spawn));
    printf("start_ms %.2f\n", median(start));
    printf("stacks_ms %.2f\n", median(touch));
    printf("resident_bytes %.0f\n", median(bytes));
    return MIRAGE_OK;
}

static void connect_nothing(void)
{
}

static const struct mirage_job jobs[] = {{"bench", bench}, {0}};
static struct mirage_option *const keys[] = {NULL};

const struct mirage_unikernel mirage_unikernel = {
    .name = "task_bench",
    .version = "0",
    .jobs = jobs,
    .connect = connect_nothing,
    .keys = keys,
};
