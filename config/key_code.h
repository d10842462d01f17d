/*
 * key_code.h: how the C code of the unikernel sees keys of each type.
 */
#ifndef KEY_CODE_H
#define KEY_CODE_H

#include <mirage/config.h>

struct key_code {
    const char *type;  /* of the accessor's result, with a blank or '*' after */
    const char *parse; /* function from text to it; "" for the text itself */
    const char *check; /* function that checks text; NULL: all is right */
};

const struct key_code *key_code(enum key_type type);

/* Whether the accessor is that of a list: key_x_count(), key_x(index). */
bool key_is_list(const struct key *key);

/* The type of the elements of a list, or of the key itself. */
enum key_type key_element(const struct key *key);

/* Whether it can be without a value, so that key_x_given() is there. */
bool key_may_be_missing(const struct key *key);

#endif
