/* JSON: what it is made of, and where it is wrong. */
#include "json.h"
#include "test.h"
#include <string.h>

static struct json *parse(const char *text)
{
    struct failure failure;
    unsigned line;
    struct json *json = json_parse(text, &line, &failure);

    assert_non_null(json);
    return json;
}

static void assert_wrong(const char *text, unsigned expected_line,
                         const char *expected)
{
    struct failure failure;
    unsigned line = 0;

    assert_null(json_parse(text, &line, &failure));
    assert_string_equal(failure.text, expected);
    assert_int_equal(line, expected_line);
}

static void assert_is(const char *text, enum json_type type, const char *value)
{
    struct json *json = parse(text);

    assert_int_equal(json->type, type);
    if (value)
        assert_string_equal(json->text, value);
    else
        assert_null(json->text);
    json_free(json);
}

static void values_have_types(void **state)
{
    (void)state;
    assert_is("null", JSON_NULL, NULL);
    assert_is(" true ", JSON_BOOLEAN, NULL);
    assert_is("false\n", JSON_BOOLEAN, NULL);
    assert_is("\"a\"", JSON_STRING, "a");
    assert_is("[]", JSON_ARRAY, NULL);
    assert_is("{ }", JSON_OBJECT, NULL);
    assert_is("-120", JSON_INTEGER, "-120");
    assert_is("0", JSON_INTEGER, "0");
    assert_is("1.50", JSON_REAL, "1.50");
    assert_is("1e+3", JSON_REAL, "1e+3");
    assert_string_equal(json_type_name(JSON_REAL), "REAL");
}

static void strings_are_unescaped(void **state)
{
    (void)state;
    assert_is("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", JSON_STRING, "\"\\/\b\f\n\r\t");
    assert_is("\"\\u0041\\u00e4\\u20AC\\ud83d\\ude00\"", JSON_STRING,
              "A\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    assert_is("\"\xc3\xa4\"", JSON_STRING, "\xc3\xa4");
}

static void members_keep_their_order_and_lines(void **state)
{
    struct json *json = parse("{\n \"a\": 1,\n \"b\": [ 2,\n 3 ] }");
    struct json *a = json->first, *b = a->next;

    (void)state;
    assert_string_equal(a->key, "a");
    assert_int_equal(a->line, 2);
    assert_string_equal(b->key, "b");
    assert_int_equal(b->line, 3);
    assert_string_equal(b->first->text, "2");
    assert_int_equal(b->first->next->line, 4);
    assert_null(b->first->next->next);
    assert_null(b->next);
    json_free(json);
}

static void an_early_end_is_told(void **state)
{
    static const char *const texts[] = {
        "",       " ",  "{",       "[",         "[1",   "[1,",
        "{\"a\"", "\"", "{\"a\":", "{\"a\":1,", "\"\\", "-",
        "1.",     "1e", "1e-",     "\"\\u12",   "{\"a", "[[[]]",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_wrong(texts[i], 1, "premature EOF in JSON data");
    assert_wrong("{\n\n", 3, "premature EOF in JSON data");
}

static void what_does_not_belong_is_named(void **state)
{
    (void)state;
    assert_wrong("[1 2]", 1, "unexpected '2' in JSON data");
    assert_wrong("{1:2}", 1, "unexpected '1' in JSON data");
    assert_wrong("[1,]", 1, "unexpected ']' in JSON data");
    assert_wrong("{\"a\":1,}", 1, "unexpected '}' in JSON data");
    assert_wrong("{}\nx", 2, "unexpected 'x' in JSON data");
    assert_wrong("nul", 1, "unexpected 'n' in JSON data");
    assert_wrong("01", 1, "unexpected '1' in JSON data");
    assert_wrong("+1", 1, "unexpected '+' in JSON data");
    assert_wrong("\"\\x\"", 1, "unexpected 'x' in JSON data");
    assert_wrong("\"\\u00g0\"", 1, "unexpected 'g' in JSON data");
    assert_wrong("\"\t\"", 1, "unexpected byte 0x09 in JSON data");
    assert_wrong("\xff", 1, "unexpected byte 0xff in JSON data");
    assert_wrong("\"\\ud800x\"", 1, "unexpected 'x' in JSON data");
    assert_wrong("\"\\ud800\\u0041\"", 1, "half a character in JSON data");
    assert_wrong("\"\\udc00\"", 1, "half a character in JSON data");
    assert_wrong("\"\\u0000\"", 1, "NUL character in JSON data");
}

static void depth_has_a_limit(void **state)
{
    char text[1000];

    (void)state;
    memset(text, '[', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_wrong(text, 1, "JSON data is nested too deeply");
    memset(text + 64, ']', 64);
    text[128] = '\0';
    json_free(parse(text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_have_types),
        cmocka_unit_test(strings_are_unescaped),
        cmocka_unit_test(members_keep_their_order_and_lines),
        cmocka_unit_test(an_early_end_is_told),
        cmocka_unit_test(what_does_not_belong_is_named),
        cmocka_unit_test(depth_has_a_limit),
    };

    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
