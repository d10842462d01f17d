#include "complete.h"
#include "command_line.h"
#include "fatal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool begins(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* The first sentence says enough. */
static void print_candidate(const char *text, const char *doc)
{
    const char *end = strstr(doc, ". ");

    printf("%s\t%.*s\n", text, (int)(end ? end - doc + 1 : (long)strlen(doc)),
           doc);
}

/* ---- commands ---- */

static void print_commands(const char *word)
{
    for (const struct command *at = commands; at->name; at++)
        if (!at->hidden && begins(at->name, word))
            print_candidate(at->name, at->summary);
}

/* None where the name says nothing, or too little: no message now. */
static const struct command *find_command(const char *name)
{
    const struct command *found = NULL;

    for (const struct command *at = commands; at->name; at++) {
        if (strcmp(at->name, name) == 0)
            return at;
        if (!at->hidden && begins(at->name, name)) {
            if (found)
                return NULL;
            found = at;
        }
    }
    return found;
}

/* ---- options ---- */

static void print_names(mirage_options options, const char *word)
{
    for (; *options; options++) {
        const struct mirage_option *option = *options;
        const char *text = format_text(
            "--%s%s", option->name, option->docv && !option->bare ? "=" : "");

        if (begins(text, word))
            print_candidate(text, option->doc);
    }
}

static void print_choices(const char *const *choices, const char *before,
                          const char *word)
{
    for (; choices && *choices; choices++)
        if (begins(*choices, word))
            print_candidate(format_text("%s%s", before, *choices), "");
}

/* The option that `word`, of which only `size` bytes count, is a name of. */
static const struct mirage_option *find_option(mirage_options options,
                                               const char *word, size_t size)
{
    for (; *options; options++) {
        const struct mirage_option *option = *options;
        const char letter[] = {'-', option->letter, '\0'};
        const char *name = format_text("--%s", option->name);

        if (strncmp(word, name, size) == 0 && !name[size])
            return option;
        if (option->letter && strcmp(word, letter) == 0)
            return option;
    }
    return NULL;
}

/* "--target=u" */
static void print_values(mirage_options options, const char *word)
{
    size_t size = strcspn(word, "=");
    const struct mirage_option *option = find_option(options, word, size);

    if (option)
        print_choices(option->choices, format_text("%.*s=", (int)size, word),
                      word + size + 1);
}

/* ---- what comes after a command ---- */

static void print_arguments(const struct command *command, const char *word)
{
    if (strcmp(command->name, "help") == 0)
        print_commands(word);
    else
        print_choices(command->choices, "", word);
}

static void print_after(const struct command *command, const char *before,
                        const char *word)
{
    mirage_options options = command_line_options(command);
    const struct mirage_option *option =
        find_option(options, before, strlen(before));

    if (option && option->docv && !option->bare)
        print_choices(option->choices, "", word);
    else if (begins(word, "--") && strchr(word, '='))
        print_values(options, word);
    else if (*word == '-')
        print_names(options, word);
    else
        print_arguments(command, word);
}

void complete_run(int argc, char **argv)
{
    const struct command *command;

    if (argc < 1)
        return;
    if (argc == 1 && argv[0][0] == '-') {
        print_names(common_options, argv[0]);
    } else if (argc == 1) {
        print_commands(argv[0]);
    } else if ((command = find_command(argv[0]))) {
        command_line_learn(command, argc, argv);
        print_after(command, argv[argc - 2], argv[argc - 1]);
    }
}
