#define _GNU_SOURCE
#include "home.h"
#include "fatal.h"
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The program that config.c became has been told which program made it. */
const char *home_program(void)
{
    static char path[PATH_MAX];
    const char *told = getenv("MIRAGE_PROGRAM");
    ssize_t size;

    if (told)
        return told;
    size = readlink("/proc/self/exe", path, sizeof(path) - 1);
    if (size < 0)
        fatal("cannot find out where mirage is installed: /proc is missing");
    path[size] = '\0';
    return path;
}

/* `path` seen from the folder the program is in. */
static const char *beside_program(const char *path)
{
    char *program = strdup(home_program());

    *strrchr(program, '/') = '\0';
    return format_text("%s/%s", program, path);
}

static const char *find(const char *installed, const char *built,
                        const char *what)
{
    const char *path = realpath(beside_program(installed), NULL);

    if (!path)
        path = realpath(beside_program(built), NULL);
    if (!path)
        fatal("this installation of mirage is not whole: no %s beside %s", what,
              home_program());
    return path;
}

const char *home_folder(void)
{
    const char *told = getenv("MIRAGE_HOME");

    if (told && *told)
        return told;
    return find("../share/mirage/runtime/..", "../../runtime/..",
                "share/mirage");
}

const char *home_library(void)
{
    return find("../lib/mirage/libmirage-config.a", "libmirage-config.a",
                "lib/mirage/libmirage-config.a");
}

const char *home_depends(void)
{
    return find("../libexec/mirage", "../../depends", "libexec/mirage");
}

/* Installed, in the build tree, or else wherever the PATH leads to. */
const char *home_tender(const char *target)
{
    const char *name = format_text("solo5-%s", target);
    const char *installed = beside_program(name);
    const char *built =
        beside_program(format_text("../tenders/%s/%s", target, name));

    if (access(installed, X_OK) == 0)
        return installed;
    return access(built, X_OK) == 0 ? built : name;
}

static bool is_this_program(const char *path)
{
    char *real = realpath(path, NULL);
    bool same = real && strcmp(real, home_program()) == 0;

    free(real);
    return same;
}

const char *home_command(void)
{
    const char *path = getenv("PATH");

    while (path && *path) {
        size_t size = strcspn(path, ":");
        char *command = format_text("%.*s/mirage", (int)size, path);

        if (access(command, X_OK) == 0)
            return is_this_program(command) ? "mirage" : home_program();
        path += size + (path[size] == ':');
    }
    return home_program();
}

void home_forget(void)
{
    unsetenv("MIRAGE_PROGRAM");
}

void home_export(void)
{
    setenv("MIRAGE_HOME", home_folder(), true);
    setenv("MIRAGE_PROGRAM", home_program(), true);
}
