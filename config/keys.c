#include "keys.h"
#include "fatal.h"
#include "words.h"
#include <inttypes.h>
#include <mirage/ip.h>
#include <stdlib.h>
#include <string.h>

/* An option and the first key that was defined so. */
struct entry {
    const struct key *key;
    struct mirage_option option;
    struct entry *next;
};
static struct entry *entries;

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_choices(const struct key *a, const struct key *b)
{
    for (size_t i = 0; a->choices[i] || b->choices[i]; i++)
        if (!same_text(a->choices[i], b->choices[i]))
            return false;
    return true;
}

static bool same_value(const struct key *a, const struct key *b)
{
    return a->type == b->type && a->first == b->first &&
           a->second == b->second && same_text(a->text, b->text) &&
           a->number == b->number && a->truth == b->truth &&
           a->optional == b->optional && a->required == b->required &&
           a->repeatable == b->repeatable && same_choices(a, b);
}

bool key_same(const struct key *a, const struct key *b)
{
    return same_text(a->name, b->name) && same_text(a->group, b->group) &&
           same_text(a->option, b->option) && a->letter == b->letter &&
           same_text(a->doc, b->doc) && same_text(a->docs, b->docs) &&
           same_text(a->docv, b->docv) && same_text(a->env, b->env) &&
           a->stage == b->stage && same_value(a, b);
}

const char *key_option_name(const struct key *key)
{
    const char *name = key->option ? key->option : key->name;

    return key->group ? format_text("%s-%s", key->group, name) : name;
}

const char *key_c_name(const struct key *key)
{
    char *name = key->group ? format_text("%s-%s", key->group, key->name)
                            : format_text("%s", key->name);

    for (char *c = name; *c; c++)
        if (*c == '-' || *c == '.')
            *c = '_';
    return name;
}

const char *key_default(const struct key *key)
{
    switch (key->type) {
    case KEY_BOOL:
    case KEY_FLAG:
        return key->truth ? "true" : "false";
    case KEY_INT:
    case KEY_INT64:
        if (key->optional || key->required || key->repeatable)
            return NULL;
        return format_text("%" PRId64, key->number);
    default:
        return key->text;
    }
}

bool key_is_required(const struct key *key)
{
    return key->required && key->stage == CONFIGURE;
}

static struct mirage_option make_option(const struct key *key)
{
    bool flag = key->type == KEY_FLAG;

    return (struct mirage_option){
        .name = key_option_name(key),
        .letter = key->letter,
        .section = key->docs ? key->docs : "UNIKERNEL PARAMETERS",
        .docv = flag        ? NULL
                : key->docv ? key->docv
                            : "VAL",
        .doc = key->doc,
        .absent = flag ? NULL : key_default(key),
        .env = key->env,
        .repeat = key->repeatable ? mirage_option_repeat : NULL,
        .required = key_is_required(key),
        .choices = key->choices[0] ? key->choices : NULL,
    };
}

struct mirage_option *key_option(struct key *key)
{
    for (struct entry *entry = entries; entry; entry = entry->next)
        if (entry->key == key || key_same(entry->key, key))
            return &entry->option;

    struct entry *entry = malloc(sizeof(*entry));
    if (!entry)
        fatal("memory ran out");
    *entry = (struct entry){key, make_option(key), entries};
    entries = entry;
    return &entry->option;
}

bool key_is_given(const struct key *key)
{
    return key_option((struct key *)key)->value != NULL;
}

static const char *join(const struct mirage_option_value *values)
{
    char *text = "";

    for (; values; values = values->next)
        text = format_text("%s%s%s", text, *text ? "," : "", values->text);
    return text;
}

const char *key_value(const struct key *key)
{
    const struct mirage_option *option = key_option((struct key *)key);

    if (option->values)
        return join(option->values);
    return option->value ? option->value : key_default(key);
}

static const char *type_text(enum key_type type)
{
    static const char *const texts[] = {
        [KEY_STRING] = "a string",
        [KEY_BOOL] = "a boolean",
        [KEY_FLAG] = "a flag",
        [KEY_INT] = "an integer",
        [KEY_INT64] = "a 64-bit integer",
        [KEY_IPV4] = "an IPv4 address with prefix length",
        [KEY_IPV4_ADDRESS] = "an IPv4 address",
        [KEY_IPV6] = "an IPv6 address with prefix length",
        [KEY_IPV6_ADDRESS] = "an IPv6 address",
        [KEY_IP_ADDRESS] = "an IP address",
        [KEY_LIST] = "a list",
        [KEY_PAIR] = "a pair",
    };

    return texts[type];
}

const char *key_type_text(const struct key *key)
{
    return type_text(key->type);
}

typedef const char *check_fn(const char *text);

static check_fn *check_of(enum key_type type)
{
    static check_fn *const checks[] = {
        [KEY_BOOL] = mirage_check_bool,
        [KEY_FLAG] = mirage_check_bool,
        [KEY_INT] = mirage_check_int,
        [KEY_INT64] = mirage_check_int64,
        [KEY_IPV4] = mirage_check_ipv4_prefix,
        [KEY_IPV4_ADDRESS] = mirage_check_ipv4,
        [KEY_IPV6] = mirage_check_ipv6_prefix,
        [KEY_IPV6_ADDRESS] = mirage_check_ipv6,
        [KEY_IP_ADDRESS] = mirage_check_ip,
        [KEY_PAIR] = NULL,
    };

    return checks[type];
}

static const char *check_choice(const struct key *key, const char *text)
{
    for (size_t i = 0; key->choices[i]; i++)
        if (strcmp(key->choices[i], text) == 0)
            return NULL;
    return words_choices(key->choices);
}

const char *key_check(const struct key *key, const char *text)
{
    check_fn *check;

    if (key->choices[0])
        return check_choice(key, text);
    if (key->type == KEY_LIST)
        return mirage_check_list(text, check_of(key->first));
    if (key->type == KEY_PAIR)
        return mirage_check_pair(text, check_of(key->first),
                                 check_of(key->second));
    check = check_of(key->type);
    return check ? check(text) : NULL;
}
