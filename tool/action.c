#define _GNU_SOURCE
#include "action.h"
#include "fatal.h"
#include "log.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

bool action_shown(const char *format, ...)
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
        action_shown("Is_file? %s -> %s", path, is_file ? "true" : "false");
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
    if (access(path, F_OK) == 0 || action_shown("Mkdir %s", path))
        return;
    if (mkdir(path, 0777) < 0 && errno != EEXIST)
        fatal("cannot make the folder %s: %s", path, strerror(errno));
}

/* Whether it is a symbolic link whose text begins so. */
static bool is_link(const char *path, const char *start, size_t size)
{
    char text[PATH_MAX];
    ssize_t got = readlink(path, text, sizeof(text));

    return got >= (ssize_t)size && strncmp(text, start, size) == 0;
}

void action_link(const char *to, const char *path)
{
    struct stat stat;

    if (lstat(path, &stat) == 0 && !is_link(path, to, strcspn(to, "/") + 1))
        return; /* the user's own */
    if (action_shown("Link %s to %s", path, to))
        return;
    unlink(path);
    if (symlink(to, path) < 0)
        fatal("cannot link %s: %s", path, strerror(errno));
}

void action_remove_link(const char *start, const char *path)
{
    if (is_link(path, start, strlen(start)))
        action_remove(path);
}

void action_remove(const char *path)
{
    struct stat stat;

    if (lstat(path, &stat) < 0 || action_shown("Remove %s", path))
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

    if (lstat(path, &stat) < 0 || action_shown("Remove %s", path))
        return;
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
