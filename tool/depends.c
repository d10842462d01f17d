/*
 * The steps of `make depends`. They are programs of their own, in depends/,
 * which are told of the project by their environment. A unikernel that needs
 * no third-party library, as most of the tutorial's, is done without them.
 */
#include "action.h"
#include "fatal.h"
#include "files.h"
#include "generated.h"
#include "home.h"
#include "log.h"
#include "options.h"
#include "packages.h"
#include "project.h"
#include "tool.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* For targets other than the machine itself the C library is one. */
static bool needs_libraries(void)
{
    if (strcmp(project.target, "unix") != 0 &&
        strcmp(project.target, "macosx") != 0)
        return true;
    for (struct package_use *use = packages_of(project.devices); use;
         use = use->next)
        if (package_kind(use->name) != PACKAGE_OURS)
            return true;
    return false;
}

static void export_project(void)
{
    char *folder = getcwd(NULL, 0);

    if (!folder)
        fatal("the project's folder is gone");
    setenv("MIRAGE_HOME", project.home, true);
    setenv("MIRAGE_PROJECT", folder, true);
    setenv("MIRAGE_NAME", project.output, true);
    setenv("MIRAGE_TARGET", project.target, true);
    setenv("MIRAGE_VERBOSITY", log_is_verbose() ? "info" : "warning", true);
}

static noreturn void run_step(const char *step)
{
    const char *argv[5] = {NULL};
    int argc = 0;

    export_project();
    argv[argc++] = format_text("%s/%s", home_depends(), step);
    if (project.extra_repos)
        argv[argc++] = format_text("--extra-repos=%s", project.extra_repos);
    if (project.no_extra_repo)
        argv[argc++] = "--no-extra-repo";
    if (project.no_depext)
        argv[argc++] = "--no-depext";
    action_exec(argv);
    abort();
}

static void emit_empty_lock(FILE *out)
{
    emit_marker(out, "# ", "");
    fputs("# This unikernel needs no third-party library.\n", out);
}

void lock_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    tool_need_project();
    files_write();
    if (needs_libraries())
        run_step("lock");
    generated_write(format_text("mirage/%s.lock", project_id()),
                    emit_empty_lock);
}

static bool is_on_path(const char *program)
{
    const char *path = getenv("PATH");

    while (path && *path) {
        size_t size = strcspn(path, ":");

        if (access(format_text("%.*s/%s", (int)size, path, program), X_OK) == 0)
            return true;
        path += size + (path[size] == ':');
    }
    return false;
}

/* These are what depext sees to if no library is needed. */
void depext_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    tool_need_project();
    files_write();
    if (needs_libraries() || !is_on_path("cc") || !is_on_path("meson") ||
        !is_on_path("ninja"))
        run_step("depext");
}

/* Libraries that are there although none is needed are an earlier
 * configuration's. */
void pull_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    tool_need_project();
    files_write();
    if (needs_libraries() ||
        access(format_text("mirage/libraries/%s", project.target), F_OK) == 0)
        run_step("pull");
}
