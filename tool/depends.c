/*
 * The steps of `make depends`. They are programs of their own, in depends/,
 * which are told of the project by their environment.
 */
#include "action.h"
#include "fatal.h"
#include "files.h"
#include "home.h"
#include "log.h"
#include "options.h"
#include "project.h"
#include "tool.h"
#include <stdlib.h>
#include <unistd.h>

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

    tool_need_project();
    files_write();
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

void lock_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    run_step("lock");
}

void depext_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    run_step("depext");
}

void pull_run(int argc, char **argv)
{
    (void)argc, (void)argv;
    run_step("pull");
}
