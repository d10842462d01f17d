#define _GNU_SOURCE
#include "build.h"
#include "action.h"
#include "command_line.h"
#include "context.h"
#include "fatal.h"
#include "files.h"
#include "image.h"
#include "libraries.h"
#include "ninja.h"
#include "packages.h"
#include "placed.h"
#include "project.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void need_configured(void)
{
    if (!context_exists())
        fatal("%s is not configured yet: run 'mirage configure -t %s' first",
              registration.name, project.target);
}

static void need_libraries(void)
{
    if (target_is_image() && access(library_folder(IMAGE_LIBC), F_OK) < 0)
        fatal("the C library for %s is not there yet: run 'make depends' "
              "first",
              project.target);
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next)
        if (package_kind(use->name) != PACKAGE_OURS &&
            access(library_folder(use->name), F_OK) < 0)
            fatal("the library %s is not there yet: run 'make depends' first",
                  use->name);
}

/* ---- files that rules of config.c make ---- */

/* A file that was there before is the user's own. */
static void make_file(const char *file, const struct device *device)
{
    const char *argv[] = {"make", "-s", "--no-print-directory", file, NULL};
    bool was_there = access(file, F_OK) == 0;

    if (action_run(argv) != 0)
        fatal_at(device_place(device), "the rule for %s failed: see above",
                 file);
    if (!was_there)
        placed_add(file);
}

/* This make is not a part of one that may have called the tool. */
static void make_files(void)
{
    unsetenv("MAKEFLAGS");
    unsetenv("MFLAGS");
    unsetenv("MAKELEVEL");
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;
        const char *file = device->install ? device->install : device->source;

        if (device->rule && file)
            make_file(file, device);
    }
}

/* ---- the result ---- */

static bool is_copy(const char *copy, const char *of)
{
    struct stat one, two;

    return stat(copy, &one) == 0 && stat(of, &two) == 0 &&
           one.st_size == two.st_size &&
           (one.st_mtim.tv_sec > two.st_mtim.tv_sec ||
            (one.st_mtim.tv_sec == two.st_mtim.tv_sec &&
             one.st_mtim.tv_nsec >= two.st_mtim.tv_nsec));
}

static void place_artifact(const char *folder)
{
    const char *made = format_text("%s/unikernel", folder);

    action_make_folder("dist");
    if (!is_copy(project_artifact(), made))
        action_copy(made, project_artifact());
    placed_add(project_artifact());
    action_link(format_text("%s/compile_commands.json", folder),
                "compile_commands.json");
}

void build(void)
{
    const char *folder = project_build_dir();

    need_configured();
    files_write();
    context_update(command_line_options(tool_command));
    need_libraries();
    make_files();
    action_make_folder("_build");
    ninja_build(folder);
    place_artifact(folder);
}

static const char *how_to_execute(void)
{
    if (strcmp(project.target, "unix") == 0)
        return format_text("./%s", project_artifact());
    if (strcmp(project.target, "virtio") == 0)
        return "mirage run";
    return format_text("solo5-%s %s", project.target, project_artifact());
}

void build_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    tool_need_project();
    build();
    if (action_is_dry_run())
        return;
    printf("Your unikernel binary is now ready in ./%s\n"
           "Execute the binary using %s\n",
           project_artifact(), how_to_execute());
}
