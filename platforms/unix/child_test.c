#include "child.h"
#include "test.h"
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

char child_text[16384];

static void become(int out, int err, void (*fn)(void))
{
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    alarm(60);
    fn();
    _exit(0);
}

struct child child_start(void (*fn)(void))
{
    struct child child;
    int out[2], err[2];

    assert_int_equal(pipe(out), 0);
    assert_int_equal(pipe(err), 0);
    child.pid = fork();
    assert_true(child.pid >= 0);
    if (child.pid == 0)
        become(out[1], err[1], fn);
    close(out[1]);
    close(err[1]);
    child.out = out[0];
    child.err = err[0];
    return child;
}

static void read_text(int fd)
{
    size_t size = 0;
    ssize_t got;

    while ((got = read(fd, child_text + size, sizeof(child_text) - 1 - size)) >
           0)
        size += got;
    child_text[size] = '\0';
}

int child_end(struct child *child)
{
    int status;

    read_text(child->err);
    assert_int_equal(waitpid(child->pid, &status, 0), child->pid);
    close(child->out);
    close(child->err);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

int child_run(void (*fn)(void))
{
    struct child child = child_start(fn);

    return child_end(&child);
}
