/*
 * starts ROUNDS PROGRAM...: runs the programs in turn, so many times, and
 * prints the median time from start to exit of each, in microseconds.
 */
#include <err.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

static double now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static double run(char *program)
{
    char *argv[] = {program, NULL}, *envp[] = {NULL};
    double start = now_us();
    pid_t pid;
    int status;

    if (posix_spawn(&pid, program, NULL, NULL, argv, envp) != 0)
        errx(1, "cannot run %s", program);
    if (waitpid(pid, &status, 0) < 0 || status != 0)
        errx(1, "%s ended with status %d", program, status);
    return now_us() - start;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[1]) : 0, programs = argc - 2;
    double *times;

    if (rounds <= 0)
        errx(1, "usage: starts ROUNDS PROGRAM...");
    times = malloc(sizeof(*times) * rounds * programs);
    if (!times)
        err(1, "starts");
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < programs; i++)
            times[i * rounds + round] = run(argv[i + 2]);
    for (int i = 0; i < programs; i++) {
        qsort(times + i * rounds, rounds, sizeof(*times), compare);
        printf("%.1f %s\n", times[i * rounds + rounds / 2], argv[i + 2]);
    }
    free(times);
    return 0;
}
