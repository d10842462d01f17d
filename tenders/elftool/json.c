#include "json.h"
#include "json_parser.h"
#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

/* Arrays and objects inside each other; each level takes some stack. */
enum { MAX_DEPTH = 64 };

static bool parse_value(struct parser *parser, struct json *json);

/* ---- numbers and words ---- */

static bool skip_digits(struct parser *parser)
{
    if (!isdigit((unsigned char)*parser->at))
        return parser_unexpected(parser);
    while (isdigit((unsigned char)*parser->at))
        parser->at++;
    return true;
}

static bool skip_fraction(struct parser *parser, enum json_type *type)
{
    if (parser_take(parser, '.')) {
        *type = JSON_REAL;
        if (!skip_digits(parser))
            return false;
    }
    if (parser_take(parser, 'e') || parser_take(parser, 'E')) {
        *type = JSON_REAL;
        if (!parser_take(parser, '+'))
            parser_take(parser, '-');
        return skip_digits(parser);
    }
    return true;
}

static bool parse_number(struct parser *parser, struct json *json)
{
    const char *start = parser->at;

    json->type = JSON_INTEGER;
    parser_take(parser, '-');
    if (!parser_take(parser, '0') && !skip_digits(parser))
        return false;
    if (!skip_fraction(parser, &json->type))
        return false;
    json->text = strndup(start, (size_t)(parser->at - start));
    if (!json->text)
        err(EXIT_FAILURE, "JSON data");
    return true;
}

static bool parse_word(struct parser *parser, struct json *json)
{
    static const struct {
        const char *word;
        enum json_type type;
    } words[] = {
        {"null", JSON_NULL}, {"true", JSON_BOOLEAN}, {"false", JSON_BOOLEAN}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i].word);

        if (strncmp(parser->at, words[i].word, size) == 0) {
            parser->at += size;
            json->type = words[i].type;
            return true;
        }
    }
    return parser_unexpected(parser);
}

/* ---- arrays and objects ---- */

static bool parse_key(struct parser *parser, struct json *member)
{
    if (!parser_string(parser, &member->key))
        return false;
    parser_skip_blanks(parser);
    return parser_expect(parser, ':');
}

static bool parse_members(struct parser *parser, struct json *json, char end)
{
    struct json **link = &json->first;

    parser_skip_blanks(parser);
    if (parser_take(parser, end))
        return true;
    for (;;) {
        *link = parser_allocate(sizeof **link);
        parser_skip_blanks(parser);
        if (json->type == JSON_OBJECT && !parse_key(parser, *link))
            return false;
        if (!parse_value(parser, *link))
            return false;
        link = &(*link)->next;
        parser_skip_blanks(parser);
        if (parser_take(parser, end))
            return true;
        if (!parser_expect(parser, ','))
            return false;
    }
}

static bool parse_container(struct parser *parser, struct json *json)
{
    bool succeeded;

    json->type = *parser->at == '{' ? JSON_OBJECT : JSON_ARRAY;
    if (parser->depth == MAX_DEPTH)
        return fail(parser->failure, "JSON data is nested too deeply");
    parser->at++;
    parser->depth++;
    succeeded =
        parse_members(parser, json, json->type == JSON_OBJECT ? '}' : ']');
    parser->depth--;
    return succeeded;
}

static bool parse_value(struct parser *parser, struct json *json)
{
    parser_skip_blanks(parser);
    json->line = parser->line;
    switch (*parser->at) {
    case '{':
    case '[':
        return parse_container(parser, json);
    case '"':
        json->type = JSON_STRING;
        return parser_string(parser, &json->text);
    case 'n':
    case 't':
    case 'f':
        return parse_word(parser, json);
    default:
        return parse_number(parser, json);
    }
}

/* ---- the whole ---- */

struct json *json_parse(const char *text, unsigned *line,
                        struct failure *failure)
{
    struct parser parser = {.at = text, .line = 1, .failure = failure};
    struct json *json = parser_allocate(sizeof *json);
    bool succeeded = parse_value(&parser, json);

    if (succeeded) {
        parser_skip_blanks(&parser);
        succeeded = !*parser.at || parser_unexpected(&parser);
    }
    *line = parser.line;
    if (succeeded)
        return json;
    json_free(json);
    return NULL;
}

void json_free(struct json *json)
{
    while (json) {
        struct json *next = json->next;

        json_free(json->first);
        free(json->key);
        free(json->text);
        free(json);
        json = next;
    }
}

const char *json_type_name(enum json_type type)
{
    static const char *const names[] = {
        "NULL", "BOOLEAN", "STRING", "ARRAY", "OBJECT", "INTEGER", "REAL",
    };

    return names[type];
}
