/*
 * Files are values and folders are dictionaries, seen through links; whatever
 * else a folder has is not there.
 */
#define _GNU_SOURCE
#include "kv_direct.h"
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <mirage/exit.h>
#include <mirage/log.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

MIRAGE_LOG_SOURCE(kv_direct_log, "kv-direct");

struct kv_direct {
    struct mirage_kv_ro base;
    int fd;
};
static_assert(offsetof(struct kv_direct, base) == 0, "base comes first");

static int fd_of(struct mirage_kv_ro *base)
{
    return ((struct kv_direct *)base)->fd;
}

static enum mirage_kv_kind kind_of(const struct stat *stat)
{
    if (S_ISREG(stat->st_mode))
        return MIRAGE_KV_VALUE;
    return S_ISDIR(stat->st_mode) ? MIRAGE_KV_DICT : MIRAGE_KV_NOTHING;
}

static enum mirage_error fail(const char *key)
{
    if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG ||
        errno == ELOOP)
        return MIRAGE_NOT_FOUND;
    mirage_log_error_to(&kv_direct_log, "cannot read '%s': %s", key,
                        strerror(errno));
    return MIRAGE_DISCONNECTED;
}

static enum mirage_error kv_direct_exists(struct mirage_kv_ro *base,
                                          const char *key,
                                          enum mirage_kv_kind *kind)
{
    struct stat stat;
    enum mirage_error error = MIRAGE_OK;

    *kind = MIRAGE_KV_NOTHING;
    if (fstatat(fd_of(base), key[0] ? key : ".", &stat, 0) == 0)
        *kind = kind_of(&stat);
    else
        error = fail(key);
    return error == MIRAGE_NOT_FOUND ? MIRAGE_OK : error;
}

/* MIRAGE_OK if `key` names what is wanted, else what to say of it. */
static enum mirage_error need(struct mirage_kv_ro *base, const char *key,
                              enum mirage_kv_kind wanted)
{
    enum mirage_kv_kind kind;
    enum mirage_error error = kv_direct_exists(base, key, &kind);

    if (error || kind == wanted)
        return error;
    if (kind == MIRAGE_KV_NOTHING)
        return MIRAGE_NOT_FOUND;
    return wanted == MIRAGE_KV_VALUE ? MIRAGE_NOT_A_VALUE : MIRAGE_NOT_A_DICT;
}

static enum mirage_error kv_direct_size(struct mirage_kv_ro *base,
                                        const char *key, uint64_t *size)
{
    struct stat stat;
    enum mirage_error error = need(base, key, MIRAGE_KV_VALUE);

    if (error)
        return error;
    if (fstatat(fd_of(base), key, &stat, 0) < 0)
        return fail(key);
    *size = stat.st_size;
    return MIRAGE_OK;
}

static enum mirage_error read_file(int fd, const char *key, uint64_t offset,
                                   size_t size, uint8_t *data, size_t *got)
{
    while (*got < size) {
        ssize_t part = pread(fd, data + *got, size - *got, offset + *got);

        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return fail(key);
        if (part == 0)
            return MIRAGE_OK;
        *got += part;
    }
    return MIRAGE_OK;
}

static enum mirage_error kv_direct_read(struct mirage_kv_ro *base,
                                        const char *key, uint64_t offset,
                                        size_t size, uint8_t *data, size_t *got)
{
    enum mirage_error error = need(base, key, MIRAGE_KV_VALUE);
    int fd;

    if (error || offset > INT64_MAX)
        return error;
    fd = openat(fd_of(base), key, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail(key);
    if (size > INT64_MAX - offset)
        size = INT64_MAX - offset;
    error = read_file(fd, key, offset, size, data, got);
    close(fd);
    return error;
}

static void tell(DIR *dir, const char *name, mirage_kv_entry_fn *fn, void *arg)
{
    struct stat stat;

    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 ||
        fstatat(dirfd(dir), name, &stat, 0) < 0)
        return;
    if (kind_of(&stat) != MIRAGE_KV_NOTHING)
        fn(name, kind_of(&stat), arg);
}

static enum mirage_error kv_direct_list(struct mirage_kv_ro *base,
                                        const char *key, mirage_kv_entry_fn *fn,
                                        void *arg)
{
    enum mirage_error error = need(base, key, MIRAGE_KV_DICT);
    struct dirent *entry;
    DIR *dir;
    int fd;

    if (error)
        return error;
    fd = openat(fd_of(base), key[0] ? key : ".",
                O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    dir = fd < 0 ? NULL : fdopendir(fd);
    if (!dir) {
        error = fail(key);
        if (fd >= 0)
            close(fd);
        return error;
    }
    while ((entry = readdir(dir)))
        tell(dir, entry->d_name, fn, arg);
    closedir(dir);
    return MIRAGE_OK;
}

static void kv_direct_disconnect(struct mirage_kv_ro *base)
{
    close(fd_of(base));
    free(base);
}

static const struct mirage_kv_ro_ops kv_direct_ops = {
    .exists = kv_direct_exists,
    .size = kv_direct_size,
    .read = kv_direct_read,
    .list = kv_direct_list,
    .disconnect = kv_direct_disconnect,
};

struct mirage_kv_ro *kv_direct_connect(const char *folder)
{
    struct kv_direct *kv = malloc(sizeof(*kv));
    int fd = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

    if (!kv || fd < 0) {
        mirage_log_error_to(&kv_direct_log, "cannot open the folder '%s': %s",
                            folder, strerror(errno));
        mirage_exit(MIRAGE_EXIT_CRASH);
    }
    *kv = (struct kv_direct){{&kv_direct_ops}, fd};
    return &kv->base;
}
