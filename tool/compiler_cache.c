#define _GNU_SOURCE
#include "compiler_cache.h"
#include "fatal.h"
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool make_folders(const char *path)
{
    char *copy = format_text("%s/", path);

    for (char *slash = copy + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (mkdir(copy, 0777) < 0 && errno != EEXIST)
            return false;
        *slash = '/';
    }
    return access(path, W_OK | X_OK) == 0;
}

/* As the XDG specification has it: relative folders do not count. */
static const char *folder(void)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

    if (cache && *cache == '/')
        return format_text("%s/mirage/compiled", cache);
    if (home && *home == '/')
        return format_text("%s/.cache/mirage/compiled", home);
    return NULL;
}

/*
 * Without the compiler's folder in the hash, or each project would have its
 * own. With the dependencies that the compiler writes, a miss costs nothing.
 */
void compiler_cache_set_up(void)
{
    const char *path = getenv("CCACHE_DIR");

    setenv("CCACHE_NOHASHDIR", "1", false);
    setenv("CCACHE_DEPEND", "1", false);
    if (path)
        return;
    path = folder();
    if (path && make_folders(path)) {
        setenv("CCACHE_DIR", path, true);
        setenv("CCACHE_MAXSIZE", "500M", false);
    } else {
        setenv("CCACHE_DISABLE", "1", true);
    }
}
