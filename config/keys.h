/*
 * keys.h: keys as options of the tool's command line, and their values.
 *
 * Keys that are defined alike are one option, whose value all share.
 */
#ifndef KEYS_H
#define KEYS_H

#include "place.h"
#include <mirage/config.h>
#include <mirage/option.h>

/* The option that stands for `key`; made at its first use. */
struct mirage_option *key_option(struct key *key);

/* Its long name: with its group before it, "data-kv_ro". */
const char *key_option_name(const struct key *key);

/* Its name as part of a C identifier: "data_kv_ro". */
const char *key_c_name(const struct key *key);

/* Value given on the command line or in the context, else the default; NULL
 * if there is neither. */
const char *key_value(const struct key *key);

/* The default that config.c gives, as text; NULL if none. */
const char *key_default(const struct key *key);

/* Whether it must be given when configuring. */
bool key_is_required(const struct key *key);

/* Whether it was given. */
bool key_is_given(const struct key *key);

/* NULL if `text` is a value of `key`, else what was expected. */
const char *key_check(const struct key *key, const char *text);

/* "a string", "an integer" ... */
const char *key_type_text(const struct key *key);

/* Where config.c defines it. */
static inline struct place key_place(const struct key *key)
{
    return (struct place){key->file, key->line};
}

/* Whether two keys are defined alike; the places do not count. */
bool key_same(const struct key *a, const struct key *b);

/* Ends with a message at its place if the definition makes no sense. */
void key_validate(const struct key *key);

#endif
