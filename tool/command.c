#define _GNU_SOURCE
#include "command.h"
#include "complete.h"
#include "fatal.h"
#include "options.h"
#include "query.h"
#include "words.h"
#include <mirage/help.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct mirage_option *const common_options[] = {
    &option_color,   &option_help,      &option_quiet, &option_verbose,
    &option_version, &option_verbosity, NULL};

#define PROJECT_OPTIONS                                                        \
    &option_file, &option_output, &option_context_file, &option_dry_run,       \
        &option_logs

struct mirage_option *const early_options[] = {
    PROJECT_OPTIONS, &option_color,   &option_help,      &option_quiet,
    &option_verbose, &option_version, &option_verbosity, NULL};

static struct mirage_option *const configure_options[] = {
    PROJECT_OPTIONS,     &option_depext,        &option_no_depext,
    &option_extra_repos, &option_no_extra_repo, NULL};
static struct mirage_option *const project_options[] = {PROJECT_OPTIONS, NULL};
static struct mirage_option *const describe_options[] = {
    PROJECT_OPTIONS, &option_dot,     &option_dot_command,
    &option_eval,    &option_no_eval, NULL};
static struct mirage_option *const run_options[] = {
    PROJECT_OPTIONS, &option_attach, &option_mem, NULL};
static struct mirage_option *const help_options[] = {PROJECT_OPTIONS,
                                                     &option_man_format, NULL};

const struct command commands[] = {
    {
        .name = "build",
        .summary = "Build a mirage application.",
        .text = "The build command builds an already configured application: "
                "it brings the generated files up to date, and then calls "
                "ninja. The result is in the folder dist.",
        .options = project_options,
        .needs_config = true,
        .uses_context = true,
        .changes_project = true,
        .run = build_run,
    },
    {
        .name = "clean",
        .summary =
            "Clean the files produced by mirage for a given application.",
        .text = "The clean command removes all files that the tool made. A "
                "file that does not say in its first line that the tool made "
                "it is left alone.",
        .options = project_options,
        .uses_context = true,
        .changes_project = true,
        .run = clean_run,
    },
    {
        .name = "complete",
        .summary = "Complete a command line of mirage.",
        .positional = "[-- WORD…]",
        .text = "The complete command tells a shell what can stand in place "
                "of the last WORD, after those before it.",
        .options = project_options,
        .hidden = true,
        .any_arguments = true,
        .run = complete_run,
    },
    {
        .name = "configure",
        .summary = "Configure a mirage application.",
        .text = "The configure command initializes a fresh mirage application.",
        .options = configure_options,
        .needs_config = true,
        .changes_project = true,
        .run = configure_run,
    },
    {
        .name = "depext",
        .summary = "Install the host tools that a mirage application needs.",
        .text = "The depext command installs missing Debian packages of "
                "compilers and the like. It is a step of 'make depends'.",
        .options = configure_options,
        .needs_config = true,
        .uses_context = true,
        .hidden = true,
        .changes_project = true,
        .run = depext_run,
    },
    {
        .name = "describe",
        .summary = "Describe a mirage application.",
        .text = "The describe command describes the configuration of a mirage "
                "application.\n\n"
                "The dot output contains the following elements:\n\n"
                "If vertices: represented as circles. Branches are dotted, and "
                "the default branch is in bold.\n\n"
                "Configurables: represented as rectangles. The order of the "
                "output arrows is the order of the arguments.\n\n"
                "Data dependencies: represented as dashed arrows.",
        .options = describe_options,
        .needs_config = true,
        .uses_context = true,
        .run = describe_run,
    },
    {
        .name = "help",
        .summary = "Display help about mirage commands.",
        .positional = "[TOPIC]",
        .text = "Prints help.\n\nUse `mirage help topics' to get the full list "
                "of help topics.",
        .options = help_options,
        .run = help_run,
    },
    {
        .name = "lock",
        .summary = "Find versions of the packages that an application needs.",
        .text = "The lock command writes the lock file: names, versions and "
                "checksums of third-party sources. It is a step of 'make "
                "depends'.",
        .options = configure_options,
        .needs_config = true,
        .uses_context = true,
        .hidden = true,
        .changes_project = true,
        .run = lock_run,
    },
    {
        .name = "pull",
        .summary = "Fetch and build the packages in the lock file.",
        .text = "The pull command fetches the sources that the lock file "
                "names, verifies them, and builds them for the target. It is "
                "a step of 'make depends'.",
        .options = configure_options,
        .needs_config = true,
        .uses_context = true,
        .hidden = true,
        .changes_project = true,
        .run = pull_run,
    },
    {
        .name = "query",
        .summary = "Query information about the mirage application.",
        .positional = "[INFO]",
        .choices = query_names,
        .text = "The query command prints one piece of information about the "
                "application. INFO is one of name, packages, libraries (the "
                "packages that are third-party), files (that configure makes), "
                "the name of one of these files, or manifest.json (the "
                "networks and disks of an image); packages if it is left out.",
        .options = configure_options,
        .needs_config = true,
        .uses_context = true,
        .run = query_run,
    },
    {
        .name = "run",
        .summary = "Run a mirage application.",
        .positional = "[-- ARGUMENT…]",
        .text = "The run command builds the application if needed, and runs "
                "it with what its target needs: a Linux process as it is, an "
                "image with its tender or, for virtio, with QEMU. The "
                "arguments after '--' are the "
                "unikernel's.",
        .options = run_options,
        .needs_config = true,
        .uses_context = true,
        .changes_project = true,
        .any_arguments = true,
        .run = run_run,
    },
    {0},
};

const char *command_synopsis(const struct command *command)
{
    if (!command)
        return "mirage COMMAND …";
    return format_text("mirage %s [OPTION]…%s%s", command->name,
                       command->positional ? " " : "",
                       command->positional ? command->positional : "");
}

void command_line_error(const struct command *command, const char *format, ...)
{
    const char *usage =
        command ? format_text("mirage %s [--help] [OPTION]…%s%s", command->name,
                              command->positional ? " " : "",
                              command->positional ? command->positional : "")
                : "mirage [--help] COMMAND …";
    va_list args;
    char *text;

    va_start(args, format);
    if (vasprintf(&text, format, args) < 0)
        fatal("memory ran out");
    va_end(args);
    fputs(format_text("Usage: %s\nmirage: %s\n", usage, text), stderr);
    exit(EXIT_COMMAND_LINE);
}

const char *const *command_names(const char *prefix)
{
    static const char *names[32];
    size_t count = 0;

    for (const struct command *at = commands; at->name; at++)
        if (!at->hidden && strncmp(at->name, prefix, strlen(prefix)) == 0)
            names[count++] = at->name;
    names[count] = NULL;
    return names;
}

static noreturn void fail_unknown(const char *name)
{
    const char *near = mirage_suggest(name, command_names(""));

    if (near)
        command_line_error(NULL, "unknown command '%s', did you mean '%s'?",
                           name, near);
    command_line_error(NULL, "unknown command '%s', must be %s", name,
                       words_choices(command_names("")));
}

const struct command *command_find(const char *name)
{
    const struct command *found = NULL;
    size_t size = strlen(name), matches = 0;

    for (const struct command *at = commands; at->name; at++) {
        if (strcmp(at->name, name) == 0)
            return at;
        if (size > 0 && strncmp(at->name, name, size) == 0 && !at->hidden) {
            found = at;
            matches++;
        }
    }
    if (matches == 0)
        fail_unknown(name);
    if (matches > 1)
        command_line_error(NULL, "command '%s' ambiguous and could be %s", name,
                           words_choices(command_names(name)));
    return found;
}
