#include "lock.h"
#include "fatal.h"
#include "patience.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Names the folder in the environment of what the holder of the lock runs. */
static const char held[] = "MIRAGE_LOCKED";

static int lock = -1;

static bool is_held_above(const char *folder)
{
    const char *above = getenv(held);

    return above && strcmp(above, folder) == 0;
}

/* The lock is the folder itself, so that nothing is left behind. Where there
 * are no locks, as on some network drives, people have to take turns. */
void lock_project(void)
{
    char *folder = getcwd(NULL, 0);

    if (lock >= 0 || !folder || is_held_above(folder))
        return;
    lock = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    patience_start("waiting for another mirage to leave this folder");
    while (lock >= 0 && flock(lock, LOCK_EX) < 0 && errno == EINTR)
        continue;
    patience_end();
    setenv(held, folder, true);
    free(folder);
}

void unlock_project(void)
{
    if (lock < 0)
        return;
    close(lock);
    lock = -1;
    unsetenv(held);
}
