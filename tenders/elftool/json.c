#include "json.h"
#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

/* Arrays and objects inside each other; each level takes some stack. */
enum { MAX_DEPTH = 64 };

struct parser {
    const char *at;
    unsigned line, depth;
    struct failure *failure;
};

static bool parse_value(struct parser *parser, struct json *json);

/* ---- characters ---- */

static bool unexpected(struct parser *parser)
{
    unsigned char c = (unsigned char)*parser->at;

    if (!c)
        return fail(parser->failure, "premature EOF in JSON data");
    if (isascii(c) && isprint(c))
        return fail(parser->failure, "unexpected '%c' in JSON data", c);
    return fail(parser->failure, "unexpected byte 0x%02x in JSON data", c);
}

static void skip_blanks(struct parser *parser)
{
    for (; *parser->at && strchr(" \t\r\n", *parser->at); parser->at++)
        parser->line += *parser->at == '\n';
}

static bool take(struct parser *parser, char c)
{
    if (*parser->at != c)
        return false;
    parser->at++;
    return true;
}

static bool expect(struct parser *parser, char c)
{
    return take(parser, c) || unexpected(parser);
}

/* ---- strings ---- */

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);

    if (!memory)
        err(EXIT_FAILURE, "JSON data");
    return memory;
}

static bool parse_hex4(struct parser *parser, unsigned *code)
{
    *code = 0;
    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit =
            memchr(digits, tolower((unsigned char)*parser->at), 16);

        if (!digit)
            return unexpected(parser);
        *code = *code << 4 | (unsigned)(digit - digits);
        parser->at++;
    }
    return true;
}

static char *put_utf8(char *to, unsigned code)
{
    if (code >= 0x10000) {
        *to++ = (char)(0xf0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 63));
        *to++ = (char)(0x80 | (code >> 6 & 63));
    } else if (code >= 0x800) {
        *to++ = (char)(0xe0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 63));
    } else if (code >= 0x80) {
        *to++ = (char)(0xc0 | code >> 6);
    } else {
        *to++ = (char)code;
        return to;
    }
    *to++ = (char)(0x80 | (code & 63));
    return to;
}

static bool parse_unicode(struct parser *parser, char **to)
{
    unsigned code, low;

    if (!parse_hex4(parser, &code))
        return false;
    if (code >= 0xd800 && code < 0xdc00) {
        if (!expect(parser, '\\') || !expect(parser, 'u') ||
            !parse_hex4(parser, &low))
            return false;
        if (low < 0xdc00 || low > 0xdfff)
            return fail(parser->failure, "half a character in JSON data");
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xdc00 && code <= 0xdfff) {
        return fail(parser->failure, "half a character in JSON data");
    }
    if (code == 0)
        return fail(parser->failure, "NUL character in JSON data");
    *to = put_utf8(*to, code);
    return true;
}

static bool parse_escape(struct parser *parser, char **to)
{
    static const char from[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *found;

    if (take(parser, 'u'))
        return parse_unicode(parser, to);
    found = *parser->at ? strchr(from, *parser->at) : NULL;
    if (!found)
        return unexpected(parser);
    parser->at++;
    *(*to)++ = meant[found - from];
    return true;
}

/* No escape stands for more bytes than it is written with. */
static bool parse_string(struct parser *parser, char **text)
{
    char *to;

    if (!expect(parser, '"'))
        return false;
    *text = to = allocate(strlen(parser->at) + 1);
    while (*parser->at != '"') {
        if (take(parser, '\\')) {
            if (!parse_escape(parser, &to))
                return false;
        } else if ((unsigned char)*parser->at < ' ') {
            return unexpected(parser);
        } else {
            *to++ = *parser->at++;
        }
    }
    parser->at++;
    return true;
}

/* ---- numbers and words ---- */

static bool skip_digits(struct parser *parser)
{
    if (!isdigit((unsigned char)*parser->at))
        return unexpected(parser);
    while (isdigit((unsigned char)*parser->at))
        parser->at++;
    return true;
}

static bool skip_fraction(struct parser *parser, enum json_type *type)
{
    if (take(parser, '.')) {
        *type = JSON_REAL;
        if (!skip_digits(parser))
            return false;
    }
    if (take(parser, 'e') || take(parser, 'E')) {
        *type = JSON_REAL;
        if (!take(parser, '+'))
            take(parser, '-');
        return skip_digits(parser);
    }
    return true;
}

static bool parse_number(struct parser *parser, struct json *json)
{
    const char *start = parser->at;

    json->type = JSON_INTEGER;
    take(parser, '-');
    if (!take(parser, '0') && !skip_digits(parser))
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
    return unexpected(parser);
}

/* ---- arrays and objects ---- */

static bool parse_key(struct parser *parser, struct json *member)
{
    if (!parse_string(parser, &member->key))
        return false;
    skip_blanks(parser);
    return expect(parser, ':');
}

static bool parse_members(struct parser *parser, struct json *json, char end)
{
    struct json **link = &json->first;

    skip_blanks(parser);
    if (take(parser, end))
        return true;
    for (;;) {
        *link = allocate(sizeof **link);
        skip_blanks(parser);
        if (json->type == JSON_OBJECT && !parse_key(parser, *link))
            return false;
        if (!parse_value(parser, *link))
            return false;
        link = &(*link)->next;
        skip_blanks(parser);
        if (take(parser, end))
            return true;
        if (!expect(parser, ','))
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
    skip_blanks(parser);
    json->line = parser->line;
    switch (*parser->at) {
    case '{':
    case '[':
        return parse_container(parser, json);
    case '"':
        json->type = JSON_STRING;
        return parse_string(parser, &json->text);
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
    struct json *json = allocate(sizeof *json);
    bool succeeded = parse_value(&parser, json);

    if (succeeded) {
        skip_blanks(&parser);
        succeeded = !*parser.at || unexpected(&parser);
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
