#include "values.h"
#include "fatal.h"
#include "keys.h"
#include <stdlib.h>
#include <string.h>

static struct value *make(struct value value)
{
    struct value *made = malloc(sizeof(*made));

    if (!made)
        fatal("memory ran out");
    *made = value;
    return made;
}

static bool same(const struct value *a, const struct value *b)
{
    return a->kind == b->kind && a->key == b->key && a->a == b->a &&
           a->b == b->b &&
           (a->text == b->text ||
            (a->text && b->text && strcmp(a->text, b->text) == 0));
}

/* Equal conditions are one value, so that equal choices are one node. */
static struct value *share(struct value value)
{
    static struct value *first;

    for (struct value *have = first; have; have = have->next)
        if (same(have, &value))
            return have;
    value.next = first;
    return first = make(value);
}

condition key_true(struct key *key)
{
    if (key->type != KEY_BOOL && key->type != KEY_FLAG)
        fatal_at(key_place(key),
                 "key_true wants a FLAG_KEY or a BOOL_KEY, and '%s' is %s",
                 key->name, key_type_text(key));
    return (condition){share((struct value){VALUE_TRUE, .key = key})};
}

condition key_is(struct key *key, const char *text)
{
    const char *expected = key_check(key, text);

    if (expected)
        fatal_at(key_place(key), "the key '%s' can never be '%s': it is %s",
                 key->name, text, expected);
    return (condition){
        share((struct value){VALUE_IS, .key = key, .text = text})};
}

condition both(condition a, condition b)
{
    return (condition){
        share((struct value){VALUE_BOTH, .a = a.value, .b = b.value})};
}

condition either(condition a, condition b)
{
    return (condition){
        share((struct value){VALUE_EITHER, .a = a.value, .b = b.value})};
}

condition negated(condition a)
{
    return (condition){share((struct value){VALUE_NOT, .a = a.value})};
}

static bool holds(const struct value *value,
                  const char *(*text_of)(const struct key *))
{
    const char *text;

    switch (value->kind) {
    case VALUE_TRUE:
        text = text_of(value->key);
        return text && strcmp(text, "true") == 0;
    case VALUE_IS:
        text = text_of(value->key);
        return text && strcmp(text, value->text) == 0;
    case VALUE_BOTH:
        return holds(value->a, text_of) && holds(value->b, text_of);
    case VALUE_EITHER:
        return holds(value->a, text_of) || holds(value->b, text_of);
    case VALUE_NOT:
        return !holds(value->a, text_of);
    }
    return false;
}

bool value_holds(const struct value *value)
{
    return holds(value, key_value);
}

bool value_holds_by_default(const struct value *value)
{
    return holds(value, key_default);
}

static void print_part(const struct value *value, FILE *out)
{
    bool is_term = value->kind == VALUE_BOTH || value->kind == VALUE_EITHER;

    if (is_term)
        fputc('(', out);
    value_print(value, out);
    if (is_term)
        fputc(')', out);
}

static void print_two(const struct value *value, const char *word, FILE *out)
{
    print_part(value->a, out);
    fprintf(out, " %s ", word);
    print_part(value->b, out);
}

void value_print(const struct value *value, FILE *out)
{
    switch (value->kind) {
    case VALUE_TRUE:
        fprintf(out, "%s", key_option_name(value->key));
        break;
    case VALUE_IS:
        fprintf(out, "%s is %s", key_option_name(value->key), value->text);
        break;
    case VALUE_BOTH:
        print_two(value, "and", out);
        break;
    case VALUE_EITHER:
        print_two(value, "or", out);
        break;
    case VALUE_NOT:
        fprintf(out, "not ");
        print_part(value->a, out);
        break;
    }
}

void value_keys(const struct value *value, void (*fn)(struct key *key))
{
    if (value->key)
        fn(value->key);
    if (value->a)
        value_keys(value->a, fn);
    if (value->b)
        value_keys(value->b, fn);
}
