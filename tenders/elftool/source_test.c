/* Manifests as people write them, and what is said of mistakes. */
#include "source.h"
#include "test.h"
#include <stdio.h>
#include <string.h>

#define HEAD   "{ \"type\": \"solo5.manifest\", \"version\": 1"
#define DEVICE "{ \"name\": \"a\", \"type\": \"NET_BASIC\" }"

static void parse(const char *text, struct manifest *manifest)
{
    struct failure failure;
    unsigned line;

    assert_true(source_parse(text, manifest, &line, &failure));
    assert_true(manifest_is_valid(manifest, manifest_size(manifest)));
}

static void assert_wrong(const char *text, unsigned expected_line,
                         const char *expected)
{
    struct manifest manifest;
    struct failure failure;
    unsigned line = 0;

    assert_false(source_parse(text, &manifest, &line, &failure));
    assert_string_equal(failure.text, expected);
    assert_int_equal(line, expected_line);
}

static void a_manifest_lists_devices(void **state)
{
    struct manifest manifest;

    (void)state;
    parse(HEAD ", \"devices\": [] }", &manifest);
    assert_int_equal(manifest.entries, 1);
    parse("{ \"devices\": [ { \"type\": \"NET_BASIC\", \"name\": \"service\" "
          "}, { \"name\": \"0\", \"type\": \"BLOCK_BASIC\" } ], "
          "\"version\": 1, \"type\": \"solo5.manifest\" }",
          &manifest);
    assert_int_equal(manifest.entries, 3);
    assert_string_equal(manifest.e[1].name, "service");
    assert_int_equal(manifest.e[1].type, MFT_DEV_NET_BASIC);
    assert_string_equal(manifest.e[2].name, "0");
    assert_int_equal(manifest.e[2].type, MFT_DEV_BLOCK_BASIC);
}

static void the_last_of_a_key_counts(void **state)
{
    struct manifest manifest;

    (void)state;
    parse(HEAD ", \"devices\": [ " DEVICE " ], \"devices\": [] }", &manifest);
    assert_int_equal(manifest.entries, 1);
    parse(HEAD ", \"devices\": [ { \"name\": \"longer\", \"name\": \"b\", "
               "\"type\": \"NET_BASIC\" } ] }",
          &manifest);
    assert_string_equal(manifest.e[1].name, "b");
}

static void the_head_must_be_right(void **state)
{
    (void)state;
    assert_wrong("[]", 1, "(root): expected OBJECT, got ARRAY");
    assert_wrong("\n1", 2, "(root): expected OBJECT, got INTEGER");
    assert_wrong("{}", 1, "(root): missing .type");
    assert_wrong("{ \"type\": \"solo5.manifest\" }", 1,
                 "(root): missing .version");
    assert_wrong(HEAD " }", 1, "(root): missing .devices[]");
    assert_wrong("{\n\"type\": true }", 2,
                 ".type: expected STRING, got BOOLEAN");
    assert_wrong("{ \"type\": \"solo5\" }", 1,
                 ".type: invalid value, expected \"solo5.manifest\"");
    assert_wrong("{ \"version\": 1.0 }", 1,
                 ".version: expected INTEGER, got REAL");
    assert_wrong("{ \"version\": 2 }", 1,
                 ".version: invalid version 2, expected 1");
    assert_wrong("{ \"devices\": {} }", 1,
                 ".devices[]: expected ARRAY, got OBJECT");
    assert_wrong(HEAD ",\n\"name\": 1 }", 2, "(root): unknown key: name");
    assert_wrong("{", 1, "premature EOF in JSON data");
}

static void assert_device_wrong(const char *device, const char *expected)
{
    char text[500];

    snprintf(text, sizeof text, HEAD ", \"devices\": [\n%s ] }", device);
    assert_wrong(text, 2, expected);
}

static void a_device_must_be_right(void **state)
{
    (void)state;
    assert_device_wrong("null", ".devices[...]: expected OBJECT, got NULL");
    assert_device_wrong("{}", ".devices[...]: missing .name");
    assert_device_wrong("{ \"name\": \"a\" }", ".devices[...]: missing .type");
    assert_device_wrong("{ \"nam\": \"a\" }",
                        ".devices[...]: unknown key: nam");
    assert_device_wrong("{ \"name\": 1 }",
                        ".devices[...].name: expected STRING, got INTEGER");
    assert_device_wrong("{ \"name\": \"\" }",
                        ".devices[...]: .name may not be empty");
    assert_device_wrong("{ \"name\": \"a-b\" }",
                        ".devices[...]: name is not alphanumeric");
    assert_device_wrong("{ \"name\": \"\xc3\xa4\" }",
                        ".devices[...]: name is not alphanumeric");
    assert_device_wrong("{ \"type\": \"NET\" }",
                        ".devices[...]: invalid type \"NET\", expected "
                        "BLOCK_BASIC or NET_BASIC");
}

static void a_name_has_up_to_67_characters(void **state)
{
    struct manifest manifest;
    char text[200], name[69] = {0};

    (void)state;
    memset(name, 'x', 67);
    snprintf(text, sizeof text,
             HEAD ", \"devices\": [ { \"name\": \"%s\", \"type\": "
                  "\"NET_BASIC\" } ] }",
             name);
    parse(text, &manifest);
    assert_string_equal(manifest.e[1].name, name);
    name[67] = 'x';
    snprintf(text, sizeof text, "{ \"name\": \"%s\" }", name);
    assert_device_wrong(text, ".devices[...]: name too long");
}

static void there_are_up_to_63_devices(void **state)
{
    struct manifest manifest;
    char text[64 * sizeof DEVICE + 200] = HEAD ", \"devices\": [ " DEVICE;

    (void)state;
    for (int i = 1; i < 63; i++)
        strcat(text, ",\n" DEVICE);
    strcat(text, "] }");
    parse(text, &manifest);
    assert_int_equal(manifest.entries, 64);
    text[strlen(text) - 3] = '\0';
    strcat(text, ",\n" DEVICE "] }");
    assert_wrong(text, 64, ".devices[]: too many entries, maximum 63");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_manifest_lists_devices),
        cmocka_unit_test(the_last_of_a_key_counts),
        cmocka_unit_test(the_head_must_be_right),
        cmocka_unit_test(a_device_must_be_right),
        cmocka_unit_test(a_name_has_up_to_67_characters),
        cmocka_unit_test(there_are_up_to_63_devices),
    };

    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
