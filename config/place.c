#define _GNU_SOURCE
#include "place.h"
#include "graph.h"
#include "project.h"
#include <execinfo.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Nothing here allocates: a crash is told of with its place too. */

struct calls calls_here(void)
{
    struct calls calls;

    calls.count = backtrace(calls.addresses, CALLS_MAX);
    return calls;
}

/* ---- asking addr2line ---- */

struct question {
    char program[32]; /* this one, also where it has no file any more */
    char addresses[CALLS_MAX][24];
    const char *argv[CALLS_MAX + 4];
};

/* Calls return to the instruction after them. */
static void write_question(struct question *question, const struct calls *calls)
{
    int argc = 0;

    snprintf(question->program, sizeof(question->program), "/proc/%d/exe",
             (int)getpid());
    question->argv[argc++] = "addr2line";
    question->argv[argc++] = "-e";
    question->argv[argc++] = question->program;
    for (int i = 0; i < calls->count; i++) {
        snprintf(question->addresses[i], sizeof(question->addresses[i]), "%p",
                 (void *)((char *)calls->addresses[i] - 1));
        question->argv[argc++] = question->addresses[i];
    }
    question->argv[argc] = NULL;
}

/* Not fork(), which wants the heap in order. */
static pid_t start(const struct question *question, int output)
{
    pid_t pid = vfork();

    if (pid == 0) {
        dup2(output, STDOUT_FILENO);
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        execvp("addr2line", (char *const *)question->argv);
        _exit(1);
    }
    return pid;
}

/* All it says, as text. */
static void ask(const struct question *question, char *answer, size_t room)
{
    size_t size = 0;
    ssize_t got = 0;
    int ends[2];
    pid_t pid;

    answer[0] = '\0';
    if (pipe2(ends, O_CLOEXEC) < 0)
        return;
    pid = start(question, ends[1]);
    close(ends[1]);
    while (size < room - 1 &&
           (got = read(ends[0], answer + size, room - 1 - size)) > 0)
        size += got;
    answer[size] = '\0';
    close(ends[0]);
    if (pid > 0)
        waitpid(pid, NULL, 0);
}

/* ---- its answer ---- */

/* "././config.c:14 (discriminator 1)": config.c is compiled so that its own
 * folder is "."; our own code is elsewhere. */
static bool read_place(char *line, struct place *place)
{
    char *colon = strrchr(line, ':');

    if (line[0] != '.' || line[1] != '/' || !colon || atoi(colon + 1) <= 0)
        return false;
    while (line[0] == '.' && line[1] == '/')
        line += 2;
    *colon = '\0';
    *place = (struct place){line, atoi(colon + 1)};
    return true;
}

struct place calls_place(const struct calls *calls)
{
    static char answer[8192];
    struct place place = {project.config_file, 0};
    struct question question;
    char *at = answer, *line;

    write_question(&question, calls);
    ask(&question, answer, sizeof(answer));
    while ((line = strsep(&at, "\n")))
        if (read_place(line, &place))
            break;
    return place;
}

struct place device_place(const struct device *device)
{
    struct place place = {device->file, device->line};

    if (device->file)
        return place;
    place = calls_place(&((const struct node *)device)->calls);
    place.file = strdup(place.file);
    return place;
}
