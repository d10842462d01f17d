#include "json_parser.h"
#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

/* ---- characters ---- */

bool parser_unexpected(struct parser *parser)
{
    unsigned char c = (unsigned char)*parser->at;

    if (!c)
        return fail(parser->failure, "premature EOF in JSON data");
    if (isascii(c) && isprint(c))
        return fail(parser->failure, "unexpected '%c' in JSON data", c);
    return fail(parser->failure, "unexpected byte 0x%02x in JSON data", c);
}

void parser_skip_blanks(struct parser *parser)
{
    for (; *parser->at && strchr(" \t\r\n", *parser->at); parser->at++)
        parser->line += *parser->at == '\n';
}

bool parser_take(struct parser *parser, char c)
{
    if (*parser->at != c)
        return false;
    parser->at++;
    return true;
}

bool parser_expect(struct parser *parser, char c)
{
    return parser_take(parser, c) || parser_unexpected(parser);
}

/* ---- strings ---- */

void *parser_allocate(size_t size)
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
            return parser_unexpected(parser);
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
        if (!parser_expect(parser, '\\') || !parser_expect(parser, 'u') ||
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

    if (parser_take(parser, 'u'))
        return parse_unicode(parser, to);
    found = *parser->at ? strchr(from, *parser->at) : NULL;
    if (!found)
        return parser_unexpected(parser);
    parser->at++;
    *(*to)++ = meant[found - from];
    return true;
}

/* No escape stands for more bytes than it is written with. */
bool parser_string(struct parser *parser, char **text)
{
    char *to;

    if (!parser_expect(parser, '"'))
        return false;
    *text = to = parser_allocate(strlen(parser->at) + 1);
    while (*parser->at != '"') {
        if (parser_take(parser, '\\')) {
            if (!parse_escape(parser, &to))
                return false;
        } else if ((unsigned char)*parser->at < ' ') {
            return parser_unexpected(parser);
        } else {
            *to++ = *parser->at++;
        }
    }
    parser->at++;
    return true;
}
