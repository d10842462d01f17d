#include "folder.h"
#include "test.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];

int folder_enter(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/mirage-disk-XXXXXX");
    return mkdtemp(folder) ? chdir(folder) : -1;
}

int folder_leave(void **state)
{
    char command[128];

    (void)state;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return chdir("/") || system(command);
}

void folder_make_file(const char *name, off_t size)
{
    int fd = open(name, O_WRONLY | O_CREAT, 0644);

    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, size), 0);
    close(fd);
}
