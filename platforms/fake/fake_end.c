#include "fake.h"
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static char *no_arguments[] = {"fake", NULL};
static char **arguments = no_arguments;

static void (*when_exiting)(int status);

/* Shared with the child; NULL outside of fake_child. */
static struct fake_result *result;

void fake_reset_arguments(void)
{
    arguments = no_arguments;
    when_exiting = NULL;
}

void fake_when_exiting(void (*fn)(int status))
{
    when_exiting = fn;
}

void fake_set_arguments(char **argv)
{
    arguments = argv;
}

void mirage_platform_arguments(int *argc, char ***argv)
{
    *argv = arguments;
    for (*argc = 0; arguments[*argc]; ++*argc)
        ;
}

static noreturn void end_child(enum fake_end end, int status)
{
    *result = (struct fake_result){end, status};
    _exit(0);
}

void mirage_platform_exit(int status)
{
    if (!result && when_exiting)
        when_exiting(status);
    if (!result)
        fake_mistake("an end outside of fake_child: ", fake_log());
    end_child(FAKE_EXITED, status);
}

void mirage_platform_abort(void)
{
    if (!result)
        fake_mistake("an abort outside of fake_child: ", fake_log());
    end_child(FAKE_ABORTED, 255);
}

/* A sanitizer that ends the child has said why; the test must not pass. */
static void wait_for(pid_t child)
{
    int status;

    if (waitpid(child, &status, 0) < 0)
        fake_mistake("lost a child", "");
    if (WIFSIGNALED(status))
        *result = (struct fake_result){FAKE_KILLED, WTERMSIG(status)};
    else if (WEXITSTATUS(status))
        fake_mistake("the child ended by itself", "");
}

struct fake_result fake_child(void (*fn)(void *arg), void *arg)
{
    struct fake_result ended;
    pid_t child;

    fake_log(); /* so that output is shared */
    result = mmap(NULL, sizeof(*result), PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (result == MAP_FAILED || (child = fork()) < 0)
        fake_mistake("cannot make a child", "");
    if (child == 0) {
        fn(arg);
        end_child(FAKE_RETURNED, 0);
    }
    wait_for(child);
    ended = *result;
    munmap(result, sizeof(*result));
    result = NULL;
    return ended;
}
