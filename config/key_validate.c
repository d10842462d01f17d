/* Definitions of keys that make no sense, as messages at their place. */
#include "fatal.h"
#include "keys.h"
#include <ctype.h>
#include <string.h>

static bool name_is_valid(const char *name)
{
    return name && *name >= 'a' && *name <= 'z' &&
           strspn(name,
                  "abcdefghijklmnopqrstuvwxyz"
                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == strlen(name);
}

static void validate_name(const struct key *key, const char *what,
                          const char *name)
{
    if (!name_is_valid(name))
        fatal_at(key_place(key),
                 "invalid %s '%s': it starts with a small letter, and "
                 "letters, digits, '-' and '_' follow",
                 what, name ? name : "");
}

static void validate_names(const struct key *key)
{
    validate_name(key, "key name", key->name);
    if (key->option)
        validate_name(key, "option name", key->option);
    if (key->group)
        validate_name(key, "group name", key->group);
    if (key->letter && !isalnum((unsigned char)key->letter))
        fatal_at(key_place(key),
                 "invalid short option '%c' of the key '%s': it is a letter "
                 "or a digit",
                 key->letter, key->name);
}

/* ---- types ---- */

static bool is_compound(enum key_type type)
{
    return type == KEY_LIST || type == KEY_PAIR;
}

static void validate_parts(const struct key *key)
{
    if ((key->type == KEY_LIST && is_compound(key->first)) ||
        (key->type == KEY_PAIR &&
         (is_compound(key->first) || is_compound(key->second))))
        fatal_at(key_place(key),
                 "the key '%s' is %s, which cannot consist of lists or pairs",
                 key->name, key_type_text(key));
}

static void validate_use(const struct key *key)
{
    if (key->repeatable && (is_compound(key->type) || key->type == KEY_FLAG))
        fatal_at(key_place(key),
                 "the key '%s' is %s, which cannot be repeatable", key->name,
                 key_type_text(key));
    if (key->required && key->type == KEY_FLAG)
        fatal_at(key_place(key),
                 "the key '%s' is a flag, which cannot be required", key->name);
}

/* ---- values ---- */

static void validate_default(const struct key *key)
{
    const char *text = key_default(key);
    const char *expected = text ? key_check(key, text) : NULL;

    if (expected)
        fatal_at(key_place(key),
                 "the default of the key '%s' is '%s': expected %s", key->name,
                 text, expected);
    if (key->required && key->text)
        fatal_at(key_place(key),
                 "the key '%s' is required, so its default '%s' would never "
                 "be used",
                 key->name, key->text);
}

void key_validate(const struct key *key)
{
    validate_names(key);
    if (key->choices[CONFIG_CHOICES_MAX])
        fatal_at(key_place(key), "the key '%s' has more than %d choices",
                 key->name, CONFIG_CHOICES_MAX);
    if (!key->doc || !*key->doc)
        fatal_at(key_place(key), "the key '%s' has no text for the help page",
                 key->name);
    validate_parts(key);
    validate_use(key);
    validate_default(key);
}
