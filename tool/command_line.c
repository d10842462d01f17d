#include "command_line.h"
#include "context.h"
#include "fatal.h"
#include "keys.h"
#include "live.h"
#include "options.h"
#include "project.h"
#include <stdlib.h>
#include <string.h>

/* ---- tables ---- */

static size_t count(mirage_options options)
{
    size_t i = 0;

    while (options && options[i])
        i++;
    return i;
}

static size_t append(struct mirage_option **to, size_t at,
                     mirage_options options)
{
    for (size_t i = 0; i < count(options); i++)
        to[at++] = options[i];
    to[at] = NULL;
    return at;
}

static mirage_options make_table(const struct command *command,
                                 struct key_list keys)
{
    mirage_options own = command ? command->options : NULL;
    struct mirage_option **table = calloc(
        keys.count + count(own) + count(common_options) + 1, sizeof(*table));
    size_t at = 0;

    if (!table)
        fatal("memory ran out");
    for (size_t i = 0; i < keys.count; i++)
        if (keys.items[i]->stage != RUN)
            table[at++] = key_option(keys.items[i]);
    at = append(table, at, own);
    append(table, at, common_options);
    return table;
}

static bool takes_keys(const struct command *command)
{
    return command != NULL;
}

mirage_options command_line_options(const struct command *command)
{
    return make_table(command,
                      takes_keys(command) ? live_keys() : (struct key_list){0});
}

/* ---- parsing ---- */

static void set_required(struct key_list keys, bool on)
{
    for (size_t i = 0; i < keys.count; i++)
        key_option(keys.items[i])->required =
            on && key_is_required(keys.items[i]);
}

/* What is required may also be in the context, which comes later. */
static const char *parse(mirage_options options, int argc, char **argv,
                         char **positional, int *positional_count)
{
    const char *message;

    set_required(all_keys(), false);
    message =
        mirage_options_parse(options, argc, argv, positional, positional_count);
    set_required(all_keys(), true);
    return message ? format_text("%s", message) : NULL;
}

void command_line_learn(const struct command *command, int argc, char **argv)
{
    mirage_options all = make_table(
        command, takes_keys(command) ? all_keys() : (struct key_list){0});
    char **positional = calloc(argc + 1, sizeof(*positional));
    int ignored;

    if (!positional)
        fatal("memory ran out");
    parse(all, argc, argv, positional, &ignored);
    if (command && command->uses_context)
        context_apply(all);
    free(positional);
}

/*
 * First with the keys of all branches, only to learn which branches are taken;
 * then with the keys of those.
 */
static mirage_options learn_options(const struct command *command, int argc,
                                    char **argv)
{
    mirage_options live;

    command_line_learn(command, argc, argv);
    live = command_line_options(command);
    mirage_options_reset(make_table(command, all_keys()));
    return live;
}

/* What the command line does not have, the context has, from when config.c was
 * another. */
static noreturn void fail_value(const struct command *command, struct key *key,
                                const char *expected)
{
    const struct mirage_option *option = key_option(key);

    if (option->count == 0)
        fatal("%s: option '--%s': invalid value '%s', expected %s (run 'mirage "
              "configure' again)",
              context_file(), option->name, option->value, expected);
    command_line_error(command,
                       "option '--%s': invalid value '%s', expected %s",
                       option->name, option->value, expected);
}

static void check_key(const struct command *command, struct key *key)
{
    const struct mirage_option *option = key_option(key);
    const char *expected = option->value ? key_check(key, option->value) : NULL;

    if (expected)
        fail_value(command, key, expected);
    if (!option->value && option->required && command->needs_config &&
        command->changes_project && !option_help.value)
        command_line_error(command, "required option --%s is missing",
                           option->name);
}

static void check_keys_given(const struct command *command)
{
    struct key_list keys = live_keys();

    for (size_t i = 0; i < keys.count; i++)
        check_key(command, keys.items[i]);
}

static void check_positional(const struct command *command, int argc,
                             char **argv)
{
    int room = command && command->positional ? 1 : 0;
    char *list = "";

    if (argc <= room || (command && command->any_arguments))
        return;
    for (int i = room; i < argc; i++)
        list = format_text("%s%s%s", list, i > room ? ", " : "", argv[i]);
    command_line_error(
        command, "too many arguments, don't know what to do with %s", list);
}

void command_line_apply_context(const struct command *command)
{
    if (command && command->uses_context)
        context_apply(make_table(command, all_keys()));
}

int command_line_parse(const struct command *command, int argc, char **argv)
{
    char **positional = calloc(argc + 1, sizeof(*positional));
    mirage_options options = learn_options(command, argc, argv);
    int positional_count;
    const char *message =
        parse(options, argc, argv, positional, &positional_count);

    if (message)
        command_line_error(command, "%s", message);
    if (command && command->uses_context)
        context_apply(options);
    if (takes_keys(command))
        check_keys_given(command);
    check_positional(command, positional_count, positional);
    for (int i = 0; i <= positional_count; i++)
        argv[i] = i < positional_count ? positional[i] : NULL;
    return positional_count;
}
