#define _GNU_SOURCE
#include "ninja.h"
#include "action.h"
#include "compiler_cache.h"
#include "fatal.h"
#include "image.h"
#include "log.h"
#include "patience.h"
#include "progress.h"
#include "project.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what a build folder was set up for ---- */

static const char *variable(const char *name)
{
    const char *value = getenv(name);

    return value ? value : "";
}

/* Meson keeps these for ever; where one changes it starts anew. */
static const char *circumstances(void)
{
    return format_text("folder %s\nCC %s\nCFLAGS %s\nLDFLAGS %s\n",
                       getcwd(NULL, 0), variable("CC"), variable("CFLAGS"),
                       variable("LDFLAGS"));
}

static const char *stamp_of(const char *folder)
{
    return format_text("%s/circumstances", folder);
}

static bool is_usable(const char *folder)
{
    char *old = action_read(stamp_of(folder), NULL);
    bool same = old && strcmp(old, circumstances()) == 0 &&
                access(format_text("%s/build.ninja", folder), F_OK) == 0;

    free(old);
    return same;
}

static bool is_newer(const char *path, const char *than)
{
    struct stat one, two;

    if (stat(path, &one) < 0 || stat(than, &two) < 0)
        return false;
    return one.st_mtim.tv_sec > two.st_mtim.tv_sec ||
           (one.st_mtim.tv_sec == two.st_mtim.tv_sec &&
            one.st_mtim.tv_nsec > two.st_mtim.tv_nsec);
}

static bool is_outdated(const char *folder)
{
    const char *made = format_text("%s/build.ninja", folder);

    return is_newer("meson.build", made) ||
           (target_is_image() && is_newer(cross_file(), made));
}

/* ---- Meson ---- */

static void keep(const char *line, void *text)
{
    char **all = text;

    *all = format_text("%s%s", *all, line);
}

/* Meson says much that nobody wants to know unless it fails. */
static bool run_meson(const char *folder, bool again, char **output)
{
    const char *argv[8] = {"meson", "setup", folder, "."};
    size_t argc = 4;
    bool good;

    if (again)
        argv[argc++] = "--reconfigure";
    if (target_is_image() && !again) {
        argv[argc++] = "--cross-file";
        argv[argc++] = cross_file();
    }
    patience_start(format_text("setting up the build in %s", folder));
    good = action_run_lines(argv, keep, output) == 0;
    patience_end();
    return good;
}

static void set_up(const char *folder)
{
    const char *stamp = circumstances();
    char *output = "";

    action_remove_tree(folder);
    action_make_folder(folder);
    if (!run_meson(folder, false, &output)) {
        fputs(output, stderr);
        action_remove_tree(folder);
        fatal("meson could not set up the build: see above");
    }
    action_write(stamp_of(folder), stamp, strlen(stamp));
}

/* What is set up already takes half the time, if Meson can use it still. */
static void bring_up_to_date(const char *folder)
{
    char *output = "";

    if (!is_usable(folder) ||
        (is_outdated(folder) && !run_meson(folder, true, &output)))
        set_up(folder);
}

/* ---- Ninja ---- */

static void show(const char *line, void *unused)
{
    (void)unused;
    progress_line(line);
}

void ninja_build(const char *folder)
{
    const char *argv[] = {"ninja", "-C", folder, NULL};
    int status;

    if (!action_is_dry_run())
        compiler_cache_set_up();
    bring_up_to_date(folder);
    status = action_run_lines(argv, show, NULL);
    progress_end();
    if (status != 0)
        fatal("the unikernel does not compile: see above");
}
