#include "tool.h"
#include "action.h"
#include "check.h"
#include "command_line.h"
#include "context.h"
#include "fatal.h"
#include "help.h"
#include "home.h"
#include "keys.h"
#include "log.h"
#include "options.h"
#include "project.h"
#include "targets.h"
#include "version.h"
#include <stdlib.h>
#include <string.h>

const struct command *tool_command;

static const char *config_file(void)
{
    const char *file = getenv("MIRAGE_CONFIG_FILE");

    return file ? file : "config.c";
}

/* Options whose meaning is the same for all commands. */
static void apply_common(void)
{
    static const char *const levels[] = {"quiet", "error", "warning", "info",
                                         "debug"};

    if (option_color.value)
        log_set_color(option_color.value);
    if (option_verbose.count > 0)
        log_set_verbosity(option_verbose.count > 1 ? DEBUGGING : INFORMATION);
    for (size_t i = 0; option_verbosity.value && i < 5; i++)
        if (strcmp(option_verbosity.value, levels[i]) == 0)
            log_set_verbosity((enum verbosity)i);
    if (option_quiet.value)
        log_set_verbosity(QUIET);
    action_set_dry_run(option_dry_run.value != NULL);
}

static void apply_project(void)
{
    project.output = option_output.value;
    project.tool = home_command();
    project.extra_repos = option_extra_repos.value;
    project.no_extra_repo = option_no_extra_repo.value != NULL;
    project.no_depext = option_no_depext.value != NULL;
}

void tool_need_project(void)
{
    if (!project_has_config())
        fatal("configuration file %s missing", project.config_file);
    project_evaluate();
    target_check(project.target);
}

static void run_command(int argc, char **argv)
{
    tool_command = command_find(argv[1]);
    if (project_has_config())
        check_keys();
    argc = command_line_parse(tool_command, argc - 1, argv + 1);
    argv++;
    apply_common();
    apply_project();
    if (option_help.value)
        help_print(tool_command, option_help.value);
    else if (option_version.value)
        puts(VERSION);
    else
        tool_command->run(argc, argv);
}

/* Without a command there are only the options that say what the tool is. */
static void run_without_command(int argc, char **argv)
{
    command_line_parse(NULL, argc, argv);
    apply_common();
    if (option_version.value)
        puts(VERSION);
    else
        help_print(NULL, option_help.value ? option_help.value : "auto");
}

void tool_run(int argc, char **argv)
{
    project.config_file = config_file();
    if (argc < 2 || argv[1][0] == '-')
        run_without_command(argc, argv);
    else
        run_command(argc, argv);
    if (fflush(stdout) != 0)
        fatal("cannot write to standard output");
}
