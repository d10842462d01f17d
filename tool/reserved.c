#include "reserved.h"
#include "command.h"
#include "fatal.h"
#include "keys.h"
#include "live.h"
#include <string.h>

/* Of every unikernel: see runtime/arguments.c. */
static const struct {
    const char *name;
    char letter;
} own[] = {{"backtrace", 0}, {"delay", 0}, {"help", 0},
           {"logs", 'l'},    {"name", 0},  {"version", 0}};

static noreturn void fail_name(const struct key *key, const char *whose)
{
    fatal_at(key_place(key),
             "the key '%s' cannot be the option '--%s', which is one of %s",
             key->name, key_option_name(key), whose);
}

static noreturn void fail_letter(const struct key *key, const char *whose)
{
    fatal_at(key_place(key),
             "the key '%s' cannot be the option '-%c', which is one of %s",
             key->name, key->letter, whose);
}

static bool is_named(const struct mirage_option *option, const char *name)
{
    return strcmp(option->name, name) == 0 ||
           (option->alias && strcmp(option->alias, name) == 0);
}

static void compare(const struct key *key, mirage_options options)
{
    static const char whose[] = "mirage's own";

    for (; options && *options; options++) {
        if (is_named(*options, key_option_name(key)))
            fail_name(key, whose);
        if (key->letter && (*options)->letter == key->letter)
            fail_letter(key, whose);
    }
}

static void compare_with_tool(const struct key *key)
{
    compare(key, common_options);
    for (const struct command *at = commands; at->name; at++)
        compare(key, at->options);
}

static void compare_with_unikernel(const struct key *key)
{
    static const char whose[] = "every unikernel's own";

    for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
        if (strcmp(own[i].name, key_option_name(key)) == 0)
            fail_name(key, whose);
        if (own[i].letter && own[i].letter == key->letter)
            fail_letter(key, whose);
    }
}

void reserved_check(void)
{
    struct key_list keys = all_keys();

    for (size_t i = 0; i < keys.count; i++) {
        if (keys.items[i]->stage != RUN)
            compare_with_tool(keys.items[i]);
        if (keys.items[i]->stage != CONFIGURE)
            compare_with_unikernel(keys.items[i]);
    }
}
