/* The actions that run other programs. */
#define _GNU_SOURCE
#include "action.h"
#include "fatal.h"
#include "lock.h"
#include "log.h"
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static const char *command_text(const char *const *argv)
{
    char *text = format_text("%s", argv[0]);

    for (size_t i = 1; argv[i]; i++)
        text = format_text("%s %s", text, argv[i]);
    return text;
}

static bool shown(const char *const *argv)
{
    if (action_is_dry_run())
        fprintf(stderr, "* Run_cmd '%s' (ok)\n", command_text(argv));
    else
        log_debug("running %s", command_text(argv));
    return action_is_dry_run();
}

static pid_t start(const char *const *argv,
                   const posix_spawn_file_actions_t *files)
{
    pid_t pid;
    int error;

    fflush(NULL);
    error =
        posix_spawnp(&pid, argv[0], files, NULL, (char *const *)argv, environ);
    if (error)
        fatal("cannot run %s: %s%s", argv[0], strerror(error),
              error == ENOENT ? " (is it installed?)" : "");
    return pid;
}

static int wait_for(pid_t pid)
{
    int status;

    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            fatal("waiting for a program: %s", strerror(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int action_run(const char *const *argv)
{
    return shown(argv) ? 0 : wait_for(start(argv, NULL));
}

int action_run_always(const char *const *argv, bool quiet)
{
    posix_spawn_file_actions_t files;
    pid_t pid;

    log_debug("running %s", command_text(argv));
    posix_spawn_file_actions_init(&files);
    if (quiet)
        posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null",
                                         O_WRONLY, 0);
    pid = start(argv, &files);
    posix_spawn_file_actions_destroy(&files);
    return wait_for(pid);
}

/* Starts a program whose output goes into a pipe. */
static pid_t start_piped(const char *const *argv, FILE **output)
{
    posix_spawn_file_actions_t files;
    int ends[2];
    pid_t pid;

    if (pipe2(ends, O_CLOEXEC) < 0)
        fatal("cannot make a pipe: %s", strerror(errno));
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, ends[1], STDERR_FILENO);
    pid = start(argv, &files);
    posix_spawn_file_actions_destroy(&files);
    close(ends[1]);
    *output = fdopen(ends[0], "r");
    if (!*output)
        fatal("memory ran out");
    return pid;
}

int action_run_lines(const char *const *argv,
                     void (*fn)(const char *line, void *arg), void *arg)
{
    char *line = NULL;
    size_t room = 0;
    FILE *output;
    pid_t pid;

    if (shown(argv))
        return 0;
    pid = start_piped(argv, &output);
    while (getline(&line, &room, output) >= 0)
        fn(line, arg);
    fclose(output);
    free(line);
    return wait_for(pid);
}

void action_exec(const char *const *argv)
{
    if (shown(argv))
        exit(EXIT_OK);
    fflush(NULL);
    unlock_project();
    execvp(argv[0], (char *const *)argv);
    fatal("cannot run %s: %s", argv[0], strerror(errno));
}
