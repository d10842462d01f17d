/*
 * json_parser.h: what the parts of the JSON parser share: a place in the text,
 * and ways to go on from there. All return false, with a failure, where the
 * text is not JSON.
 */
#ifndef JSON_PARSER_H
#define JSON_PARSER_H

#include "failure.h"
#include <stddef.h>

struct parser {
    const char *at;
    unsigned line, depth;
    struct failure *failure;
};

/* Fails: what stands here should not. */
bool parser_unexpected(struct parser *parser);

void parser_skip_blanks(struct parser *parser);

/* Goes past `c` if it is next. */
bool parser_take(struct parser *parser, char c);
bool parser_expect(struct parser *parser, char c);

/* A string in quotes, unescaped, in memory for the caller to free. */
bool parser_string(struct parser *parser, char **text);

/* Zeroed memory, or the end of the program. */
void *parser_allocate(size_t size);

#endif
