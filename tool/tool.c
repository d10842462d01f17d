#include "tool.h"
#include "check.h"
#include "command_line.h"
#include "common.h"
#include "context.h"
#include "fatal.h"
#include "help.h"
#include "home.h"
#include "keys.h"
#include "lock.h"
#include "options.h"
#include "project.h"
#include "reserved.h"
#include "targets.h"
#include "version.h"
#include <stdlib.h>
#include <string.h>

const struct command *tool_command;

static void apply_project(void)
{
    project.output = option_output.value;
    project.tool = home_command();
    project.extra_repos = option_extra_repos.value;
    project.logs = option_logs.value;
    project.no_extra_repo = option_no_extra_repo.value != NULL;
    project.no_depext = option_no_depext.value && !option_depext.count;
}

/* Before its keys are taken for unknown options. */
static void need_config(void)
{
    if (!option_help.value && !option_version.value)
        fatal("configuration file %s missing", project.config_file);
}

void tool_need_project(void)
{
    project_evaluate();
    target_check(project.target);
}

/* A file in the folder dist, and not the path of one. */
static void check_output(void)
{
    if (tool_command->changes_project && option_output.value &&
        !check_name(option_output.value))
        command_line_error(tool_command,
                           "option '--output': invalid value '%s', expected a "
                           "name of letters, digits, '.', '_' and '-'",
                           option_output.value);
}

static void start_command(int argc, char **argv)
{
    check_output();
    if (tool_command->changes_project && !option_dry_run.value)
        lock_project();
    tool_command->run(argc, argv);
}

static void run_command(int argc, char **argv)
{
    tool_command = command_find(argv[1]);
    if (project_has_config()) {
        check_keys();
        reserved_check();
    } else if (tool_command->needs_config) {
        need_config();
    }
    argc = command_line_parse(tool_command, argc - 1, argv + 1);
    argv++;
    common_apply();
    apply_project();
    if (option_help.value)
        help_print(tool_command, option_help.value);
    else if (option_version.value)
        puts(VERSION);
    else
        start_command(argc, argv);
}

/* Without a command there are only the options that say what the tool is. */
static void run_without_command(int argc, char **argv)
{
    command_line_parse(NULL, argc, argv);
    common_apply();
    if (option_version.value)
        puts(VERSION);
    else
        help_print(NULL, option_help.value ? option_help.value : "auto");
}

void tool_run(int argc, char **argv)
{
    if (argc < 2 || argv[1][0] == '-')
        run_without_command(argc, argv);
    else
        run_command(argc, argv);
    if (fflush(stdout) != 0)
        fatal("cannot write to standard output");
}
