/*
 * starts ROUNDS COMMAND...: runs the commands in turn, so many times, and
 * prints the median time from start to exit of each, in microseconds. A
 * command is a program's path and its arguments, separated by single blanks;
 * its output is thrown away.
 */
#include <err.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_WORDS = 32 };

static posix_spawn_file_actions_t silent;

static double now_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

static void split(char *command, char **words)
{
    int count = 0;

    for (char *word; (word = strsep(&command, " ")) && count < MAX_WORDS;)
        words[count++] = word;
    words[count] = NULL;
}

static double run(char **words)
{
    char *envp[] = {NULL};
    double start = now_us();
    pid_t pid;
    int status;

    if (posix_spawn(&pid, words[0], &silent, NULL, words, envp) != 0)
        errx(1, "cannot run %s", words[0]);
    if (waitpid(pid, &status, 0) < 0 || status != 0)
        errx(1, "%s ended with status %d", words[0], status);
    return now_us() - start;
}

static double run_command(const char *command)
{
    char *words[MAX_WORDS + 1], *copy = strdup(command);
    double time;

    if (!copy)
        err(1, "starts");
    split(copy, words);
    time = run(words);
    free(copy);
    return time;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[1]) : 0, commands = argc - 2;
    double *times;

    if (rounds <= 0)
        errx(1, "usage: starts ROUNDS COMMAND...");
    times = malloc(sizeof(*times) * rounds * commands);
    if (!times)
        err(1, "starts");
    posix_spawn_file_actions_init(&silent);
    posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null",
                                     O_WRONLY, 0);
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < commands; i++)
            times[i * rounds + round] = run_command(argv[i + 2]);
    for (int i = 0; i < commands; i++) {
        qsort(times + i * rounds, rounds, sizeof(*times), compare);
        printf("%.1f %s\n", times[i * rounds + rounds / 2], argv[i + 2]);
    }
    free(times);
    return 0;
}
