/*
 * values.h: conditions, as terms over keys, and the values that keys have.
 */
#ifndef VALUES_H
#define VALUES_H

#include <mirage/config.h>
#include <stdio.h>

enum value_kind { VALUE_TRUE, VALUE_IS, VALUE_BOTH, VALUE_EITHER, VALUE_NOT };

struct value {
    enum value_kind kind;
    struct key *key;  /* of TRUE and IS */
    const char *text; /* of IS: what the key must be */
    struct value *a, *b;
    struct value *next; /* of all there are */
};

/* Whether it holds with the values keys have now. */
bool value_holds(const struct value *value);

/* Whether it holds with the keys' defaults. */
bool value_holds_by_default(const struct value *value);

/* Writes it as people would, such as "target is hvt". */
void value_print(const struct value *value, FILE *out);

/* Calls fn with each key in it. */
void value_keys(const struct value *value, void (*fn)(struct key *key));

#endif
