/* The actions that write files. */
#define _GNU_SOURCE
#include "action.h"
#include "fatal.h"
#include "log.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file beside `path`, to be renamed to it once it is whole. */
struct new_file {
    const char *path;
    char *name;
    int fd;
};

/* Nothing half written stays behind. */
static noreturn void fail(const struct new_file *file)
{
    int error = errno;

    unlink(file->name);
    fatal("cannot write %s: %s", file->path, strerror(error));
}

static struct new_file start(const char *path, mode_t mode)
{
    struct new_file file = {path, format_text("%s.XXXXXX", path), -1};

    file.fd = mkostemp(file.name, O_CLOEXEC);
    if (file.fd < 0 || fchmod(file.fd, mode) < 0)
        fail(&file);
    return file;
}

static void finish(const struct new_file *file)
{
    if (close(file->fd) < 0 || rename(file->name, file->path) < 0)
        fail(file);
}

/* ---- from memory ---- */

static bool holds(const char *path, const char *text, size_t size)
{
    size_t old_size;
    char *old = action_read(path, &old_size);
    bool same = old && old_size == size && memcmp(old, text, size) == 0;

    free(old);
    return same;
}

static mode_t default_mode(void)
{
    mode_t mask = umask(0);

    umask(mask);
    return 0666 & ~mask;
}

static void write_all(const struct new_file *file, const char *text,
                      size_t size)
{
    while (size > 0) {
        ssize_t put = write(file->fd, text, size);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            fail(file);
        text += put;
        size -= put;
    }
}

void action_write(const char *path, const char *text, size_t size)
{
    struct new_file file;

    if (holds(path, text, size) ||
        action_shown("Write to %s (%zu bytes)", path, size))
        return;
    file = start(path, default_mode());
    write_all(&file, text, size);
    finish(&file);
    log_debug("wrote %s", path);
}

/* ---- from another file ---- */

void action_copy(const char *from, const char *to)
{
    struct new_file file;
    struct stat stat;
    int in;

    if (action_shown("Copy %s to %s", from, to))
        return;
    in = open(from, O_RDONLY | O_CLOEXEC);
    if (in < 0 || fstat(in, &stat) < 0)
        fatal("cannot read %s: %s", from, strerror(errno));
    file = start(to, stat.st_mode & 0777);
    for (off_t left = stat.st_size; left > 0;) {
        ssize_t moved = sendfile(file.fd, in, NULL, left);

        if (moved <= 0)
            fail(&file);
        left -= moved;
    }
    close(in);
    finish(&file);
}
