#include "launch.h"
#include "config_program.h"
#include "fatal.h"
#include "home.h"
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * The values of a few options, without knowing the keys that config.c brings:
 * everything else on the command line is passed over. What is wrong with it is
 * told later, by who knows them all.
 */
static const char *value_of(int argc, char **argv, const char *name,
                            char letter)
{
    size_t size = strlen(name);

    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *arg = argv[i];

        if (arg[0] == '-' && arg[1] == letter && letter)
            return arg[2] ? arg + 2 : argv[i + 1];
        if (strncmp(arg, "--", 2) != 0 || strncmp(arg + 2, name, size) != 0)
            continue;
        if (arg[2 + size] == '=')
            return arg + 2 + size + 1;
        if (!arg[2 + size])
            return argv[i + 1];
    }
    return NULL;
}

static const char *config_file_of(int argc, char **argv)
{
    const char *file = value_of(argc, argv, "file", 'f');

    if (!file)
        file = value_of(argc, argv, "config-file", 0);
    return file ? file : "config.c";
}

/* The project's folder is that of its configuration file. */
static const char *enter_folder_of(const char *file)
{
    const char *slash = strrchr(file, '/');
    char *folder;

    if (!slash)
        return file;
    folder = format_text("%.*s", (int)(slash - file + (slash == file)), file);
    if (chdir(folder) < 0)
        fatal("cannot enter the folder %s: %s", folder, strerror(errno));
    return slash + 1;
}

static bool needs_no_config(int argc, char **argv)
{
    return argc < 2 || argv[1][0] == '-' ||
           (strcmp(argv[1], "help") == 0 && argc == 2);
}

void launch(int argc, char **argv)
{
    const char *file;

    if (needs_no_config(argc, argv))
        return;
    file = enter_folder_of(config_file_of(argc, argv));
    setenv("MIRAGE_CONFIG_FILE", file, true);
    if (access(file, F_OK) < 0)
        return;

    argv[0] = (char *)config_program_make(file);
    home_export();
    execv(argv[0], argv);
    fatal("cannot run %s: %s", argv[0], strerror(errno));
}
