#define _GNU_SOURCE
#include "launch.h"
#include "command.h"
#include "common.h"
#include "config_program.h"
#include "fatal.h"
#include "home.h"
#include "lock.h"
#include "log.h"
#include "options.h"
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Variables that tell the program what it was launched for. */
#define FILE_VARIABLE   "MIRAGE_CONFIG_FILE"  /* as --file has it */
#define FOLDER_VARIABLE "MIRAGE_START_FOLDER" /* where the user is */

static const char *file_option(void)
{
    return option_file.value ? option_file.value : "config.c";
}

static const char *variable(const char *name, const char *otherwise)
{
    const char *value = getenv(name);

    return value ? value : otherwise;
}

const char *launch_config_file(void)
{
    const char *file = variable(FILE_VARIABLE, "config.c");
    const char *slash = strrchr(file, '/');

    return slash ? slash + 1 : file;
}

const char *launch_path(const char *path)
{
    const char *folder = getenv(FOLDER_VARIABLE);

    return folder && *path != '/' ? format_text("%s/%s", folder, path) : path;
}

/*
 * The options of every command, without the keys that config.c brings. What
 * else is on the command line, right or wrong, is for those who know it all.
 */
static void learn_options(int argc, char **argv)
{
    char **positional = calloc(argc, sizeof(*positional));
    int count;

    if (!positional)
        fatal("memory ran out");
    mirage_options_parse(early_options, argc, argv, positional, &count);
    common_apply();
    free(positional);
}

/* The project's folder is that of its configuration file. */
static void enter_folder(const char *file)
{
    const char *slash = strrchr(file, '/');
    char *folder, *start = getcwd(NULL, 0);

    if (!slash || !start)
        return;
    setenv(FOLDER_VARIABLE, start, true);
    folder = format_text("%.*s", (int)(slash - file + (slash == file)), file);
    if (chdir(folder) < 0)
        fatal("cannot enter the folder %s: %s", folder, strerror(errno));
}

static bool needs_no_config(int argc, char **argv)
{
    return argc < 2 || argv[1][0] == '-' ||
           (strcmp(argv[1], "help") == 0 && argc == 2);
}

/* What the tool made can be removed, and its help read, even where config.c is
 * wrong by now. */
static bool is_dispensable(const char *command)
{
    return strcmp(command, "clean") == 0 || strcmp(command, "help") == 0 ||
           strcmp(command, "complete") == 0 || option_help.value;
}

/* Completing a word is no reason to compile anything. */
static const char *find_program(const char *command, bool quiet)
{
    if (strcmp(command, "complete") == 0)
        return config_program_find(launch_config_file());
    return config_program_make(launch_config_file(), quiet);
}

static void become(char **argv, const char *command)
{
    bool quiet = is_dispensable(command);
    const char *program = find_program(command, quiet);

    if (!program && !quiet)
        fatal("%s does not compile: see above", file_option());
    if (!program) {
        if (strcmp(command, "complete") != 0)
            log_warning("%s does not compile", file_option());
        return;
    }
    home_export();
    unlock_project();
    execv(program, argv);
    fatal("cannot run %s: %s", program, strerror(errno));
}

void launch(int argc, char **argv)
{
    unsetenv(FILE_VARIABLE);
    unsetenv(FOLDER_VARIABLE);
    home_forget();
    if (needs_no_config(argc, argv))
        return;
    learn_options(argc - 1, argv + 1);
    setenv(FILE_VARIABLE, file_option(), true);
    enter_folder(file_option());
    if (access(launch_config_file(), F_OK) < 0)
        return;
    become(argv, command_find(argv[1])->name);
}
