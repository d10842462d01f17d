#define _GNU_SOURCE
#include "action.h"
#include "fatal.h"
#include "log.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

static bool dry_run;

void action_set_dry_run(bool wanted)
{
    dry_run = wanted;
}

bool action_is_dry_run(void)
{
    return dry_run;
}

/* True if the action must only be shown. */
__attribute__((format(printf, 1, 2))) static bool shown(const char *format, ...)
{
    va_list args;

    if (!dry_run)
        return false;
    fputs("* ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    return true;
}

bool action_is_file(const char *path)
{
    bool is_file = access(path, F_OK) == 0;

    if (dry_run)
        shown("Is_file? %s -> %s", path, is_file ? "true" : "false");
    return is_file;
}

char *action_read(const char *path, size_t *size)
{
    FILE *file = fopen(path, "re");
    char *text = NULL;
    size_t room = 0;
    ssize_t got;

    if (!file)
        return NULL;
    got = getdelim(&text, &room, EOF, file);
    fclose(file);
    if (got < 0) {
        free(text);
        text = strdup("");
        got = 0;
    }
    if (size)
        *size = got;
    return text;
}

void action_make_folder(const char *path)
{
    if (access(path, F_OK) == 0 || shown("Mkdir %s", path))
        return;
    if (mkdir(path, 0777) < 0 && errno != EEXIST)
        fatal("cannot make the folder %s: %s", path, strerror(errno));
}

static bool holds(const char *path, const char *text, size_t size)
{
    size_t old_size;
    char *old = action_read(path, &old_size);
    bool same = old && old_size == size && memcmp(old, text, size) == 0;

    free(old);
    return same;
}

static void write_all(int fd, const char *text, size_t size, const char *path)
{
    while (size > 0) {
        ssize_t put = write(fd, text, size);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            fatal("cannot write %s: %s", path, strerror(errno));
        text += put;
        size -= put;
    }
}

/* A new file beside `path`, to be renamed to it once it is whole. */
static int open_beside(const char *path, char **name, mode_t mode)
{
    int fd;

    *name = format_text("%s.XXXXXX", path);
    fd = mkostemp(*name, O_CLOEXEC);
    if (fd < 0)
        fatal("cannot write %s: %s", path, strerror(errno));
    fchmod(fd, mode);
    return fd;
}

static void move_into_place(int fd, const char *name, const char *path)
{
    if (close(fd) < 0 || rename(name, path) < 0) {
        int error = errno;

        unlink(name);
        fatal("cannot write %s: %s", path, strerror(error));
    }
}

static mode_t default_mode(void)
{
    mode_t mask = umask(0);

    umask(mask);
    return 0666 & ~mask;
}

void action_write(const char *path, const char *text, size_t size)
{
    char *name;
    int fd;

    if (holds(path, text, size))
        return;
    if (shown("Write to %s (%zu bytes)", path, size))
        return;
    fd = open_beside(path, &name, default_mode());
    write_all(fd, text, size, path);
    move_into_place(fd, name, path);
    log_debug("wrote %s", path);
}

void action_copy(const char *from, const char *to)
{
    struct stat stat;
    char *name;
    int in, out;

    if (shown("Copy %s to %s", from, to))
        return;
    in = open(from, O_RDONLY | O_CLOEXEC);
    if (in < 0 || fstat(in, &stat) < 0)
        fatal("cannot read %s: %s", from, strerror(errno));
    out = open_beside(to, &name, stat.st_mode & 0777);
    for (off_t left = stat.st_size; left > 0;) {
        ssize_t moved = sendfile(out, in, NULL, left);

        if (moved <= 0)
            fatal("cannot write %s: %s", to, strerror(errno));
        left -= moved;
    }
    close(in);
    move_into_place(out, name, to);
}

void action_link(const char *to, const char *path)
{
    struct stat stat;

    if (lstat(path, &stat) == 0 && !S_ISLNK(stat.st_mode))
        return; /* the user's own */
    if (shown("Link %s to %s", path, to))
        return;
    unlink(path);
    if (symlink(to, path) < 0)
        fatal("cannot link %s: %s", path, strerror(errno));
}

void action_remove(const char *path)
{
    struct stat stat;

    if (lstat(path, &stat) < 0 || shown("Remove %s", path))
        return;
    if (remove(path) < 0 && errno != ENOTEMPTY && errno != EEXIST)
        fatal("cannot remove %s: %s", path, strerror(errno));
}

static int remove_one(const char *path, const struct stat *stat, int type,
                      struct FTW *ftw)
{
    (void)stat, (void)type, (void)ftw;
    if (remove(path) < 0)
        fatal("cannot remove %s: %s", path, strerror(errno));
    return 0;
}

void action_remove_tree(const char *path)
{
    struct stat stat;

    if (lstat(path, &stat) < 0 || shown("Remove %s", path))
        return;
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void action_remove_link(const char *path)
{
    struct stat stat;

    if (lstat(path, &stat) == 0 && S_ISLNK(stat.st_mode))
        action_remove(path);
}
