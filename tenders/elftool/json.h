/*
 * json.h: reads JSON (RFC 8259) into a tree. Stricter than it need not be:
 * what the RFC does not allow is refused.
 */
#ifndef JSON_H
#define JSON_H

#include "failure.h"

enum json_type {
    JSON_NULL,
    JSON_BOOLEAN,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
    JSON_INTEGER,
    JSON_REAL,
};

struct json {
    enum json_type type;
    unsigned line; /* where it begins, from 1 on */
    char *key;     /* of an object's member; else NULL */
    char *text;    /* a string's bytes (no NUL among them), a number as written;
                      else NULL */
    struct json *first; /* of an array or object, in their order */
    struct json *next;
};

/*
 * Parses a text. NULL if it is not JSON: then *line is where it goes wrong.
 * Free the result with json_free.
 */
struct json *json_parse(const char *text, unsigned *line,
                        struct failure *failure);
void json_free(struct json *json);

/* "STRING" and so on. */
const char *json_type_name(enum json_type type);

#endif
