#define _GNU_SOURCE
#include "build.h"
#include "action.h"
#include "command_line.h"
#include "context.h"
#include "fatal.h"
#include "files.h"
#include "image.h"
#include "log.h"
#include "packages.h"
#include "progress.h"
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
    if (target_is_image() &&
        access(format_text("mirage/%s", image_libc()), F_OK) < 0)
        fatal("the C library for %s is not there yet: run 'make depends' "
              "first",
              project.target);
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next) {
        const char *folder =
            format_text("mirage/libraries/%s/%s", project.target, use->name);

        if (package_kind(use->name) != PACKAGE_OURS && access(folder, F_OK) < 0)
            fatal("the library %s is not there yet: run 'make depends' first",
                  use->name);
    }
}

/* Files that rules of config.c make, by the generated Makefile. */
static void make_rules(void)
{
    for (size_t i = 0; i < project.devices.count; i++) {
        const struct device *device = &project.devices.items[i]->device;
        const char *file = device->install ? device->install : device->source;
        const char *argv[] = {"make", "-s", "--no-print-directory", file, NULL};

        if (device->rule && file && action_run(argv) != 0)
            fatal("the rule for %s in %s failed: see above", file,
                  device->file);
    }
}

/* ---- Meson and Ninja ---- */

static void keep(const char *line, void *text)
{
    char **all = text;

    *all = format_text("%s%s", *all, line);
}

/* Meson says much that nobody wants to know unless it fails. */
static void set_up(const char *folder)
{
    char *output = "";
    const char *argv[] = {"meson", "setup", folder, ".", NULL, NULL, NULL};

    if (target_is_image()) {
        argv[4] = "--cross-file";
        argv[5] = cross_file();
    }
    log_info("setting up %s", folder);
    if (action_run_lines(argv, keep, &output) != 0) {
        fputs(output, stderr);
        action_remove_tree(folder);
        fatal("meson could not set up the build: see above");
    }
}

static void show(const char *line, void *unused)
{
    (void)unused;
    progress_line(line);
}

static void run_ninja(const char *folder)
{
    const char *argv[] = {"ninja", "-C", folder, NULL};
    int status = action_run_lines(argv, show, NULL);

    progress_end();
    if (status != 0)
        fatal("the unikernel does not compile: see above");
}

static bool same_file(const char *a, const char *b)
{
    struct stat one, two;

    return stat(a, &one) == 0 && stat(b, &two) == 0 &&
           one.st_size == two.st_size &&
           (two.st_mtim.tv_sec > one.st_mtim.tv_sec ||
            (two.st_mtim.tv_sec == one.st_mtim.tv_sec &&
             two.st_mtim.tv_nsec >= one.st_mtim.tv_nsec));
}

static void place_artifact(const char *folder)
{
    const char *made = format_text("%s/unikernel", folder);

    action_make_folder("dist");
    if (!same_file(made, project_artifact()))
        action_copy(made, project_artifact());
    action_link(format_text("%s/compile_commands.json", folder),
                "compile_commands.json");
}

void build(void)
{
    const char *folder = project_build_dir();

    need_configured();
    files_write();
    context_save(command_line_options(tool_command));
    need_libraries();
    make_rules();
    action_make_folder("_build");
    if (!action_is_file(format_text("%s/build.ninja", folder)))
        set_up(folder);
    run_ninja(folder);
    place_artifact(folder);
}

static const char *how_to_execute(void)
{
    if (strcmp(project.target, "unix") == 0)
        return format_text("./%s", project_artifact());
    return format_text("solo5-%s %s", project.target, project_artifact());
}

void build_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    tool_need_project();
    build();
    printf("Your unikernel binary is now ready in ./%s\n"
           "Execute the binary using %s\n",
           project_artifact(), how_to_execute());
}
