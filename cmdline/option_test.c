/* Command lines: what they give, and what is said of mistakes. */
#include "test.h"
#include <mirage/option.h>
#include <stdlib.h>
#include <string.h>

static const char *const targets[] = {"unix", "hvt", "spt", NULL};
static const char *const formats[] = {"auto", "plain", NULL};

static struct mirage_option target = {.name = "target",
                                      .letter = 't',
                                      .docv = "TARGET",
                                      .env = "CMDLINE_TEST_MODE",
                                      .choices = targets};
static struct mirage_option hello = {.name = "hello", .docv = "VAL"};
static struct mirage_option port = {
    .name = "port", .letter = 'p', .docv = "PORT", .check = mirage_check_int};
static struct mirage_option file = {
    .name = "file", .alias = "config-file", .letter = 'f', .docv = "FILE"};
static struct mirage_option quiet = {.name = "quiet", .letter = 'q'};
static struct mirage_option verbose = {
    .name = "verbose", .letter = 'v', .repeat = mirage_option_repeat};
static struct mirage_option verbosity = {.name = "verbosity", .docv = "LEVEL"};
static struct mirage_option server = {.name = "server",
                                      .letter = 's',
                                      .docv = "VAL",
                                      .repeat = mirage_option_repeat};
static struct mirage_option help = {
    .name = "help", .docv = "FMT", .bare = "auto", .choices = formats};
static struct mirage_option must = {
    .name = "must", .docv = "VAL", .required = true};

static struct mirage_option *const options[] = {
    &target,  &hello,     &port,   &file, &quiet,
    &verbose, &verbosity, &server, &help, NULL};
static struct mirage_option *const strict[] = {&must, &help, NULL};

static char *positional[16];
static int positional_count;

static const char *parse_with(mirage_options table, char **argv)
{
    int argc = 0;

    while (argv[argc])
        argc++;
    return mirage_options_parse(table, argc, argv, positional,
                                &positional_count);
}

#define PARSE_WITH(table, ...)                                                 \
    parse_with(table, (char *[]){"hello", __VA_ARGS__, NULL})
#define PARSE(...) PARSE_WITH(options, __VA_ARGS__)

static int forget(void **state)
{
    (void)state;
    unsetenv("CMDLINE_TEST_MODE");
    mirage_options_reset(options);
    return 0;
}

static void values_come_with_or_without_equals(void **state)
{
    (void)state;
    assert_null(PARSE("--hello=a=b", "--target", "hvt", "-p8080", "-f", "x"));
    assert_string_equal(hello.value, "a=b");
    assert_string_equal(target.value, "hvt");
    assert_string_equal(port.value, "8080");
    assert_string_equal(file.value, "x");
    assert_int_equal(positional_count, 0);
}

static void an_empty_value_is_a_value(void **state)
{
    (void)state;
    assert_null(PARSE("--hello="));
    assert_string_equal(hello.value, "");
    assert_null(PARSE("--hello", ""));
    assert_string_equal(hello.value, "");
}

static void flags_go_together(void **state)
{
    (void)state;
    assert_null(PARSE("-vqv", "-vthvt"));
    assert_string_equal(quiet.value, "true");
    assert_int_equal(verbose.count, 3);
    assert_string_equal(target.value, "hvt");
}

static void a_prefix_will_do_if_it_is_the_only_one(void **state)
{
    (void)state;
    assert_null(PARSE("--tar=spt", "--conf", "c.c"));
    assert_string_equal(target.value, "spt");
    assert_string_equal(file.value, "c.c");
    assert_string_equal(PARSE("--verbo=info"),
                        "option '--verbo' ambiguous and could be one of "
                        "'--verbose', '--verbosity'");
    assert_string_equal(PARSE("--he", "plain"),
                        "option '--he' ambiguous and could be one of "
                        "'--hello', '--help'");
}

static void a_whole_name_is_no_prefix_of_another(void **state)
{
    static struct mirage_option net = {.name = "net", .docv = "VAL"};
    static struct mirage_option network = {.name = "network", .docv = "VAL"};
    static struct mirage_option *const both[] = {&network, &net, NULL};

    (void)state;
    assert_null(PARSE_WITH(both, "--net=a"));
    assert_string_equal(net.value, "a");
}

static void what_is_no_option_is_kept_in_order(void **state)
{
    (void)state;
    assert_null(PARSE("one", "-q", "two", "-", "--", "--three", "-4"));
    assert_int_equal(positional_count, 5);
    assert_string_equal(positional[0], "one");
    assert_string_equal(positional[1], "two");
    assert_string_equal(positional[2], "-");
    assert_string_equal(positional[3], "--three");
    assert_string_equal(positional[4], "-4");
}

static void numbers_and_a_dash_are_values_but_options_are_not(void **state)
{
    (void)state;
    assert_null(PARSE("--port", "-5", "-f", "-"));
    assert_string_equal(port.value, "-5");
    assert_string_equal(file.value, "-");
    assert_string_equal(PARSE("--hello", "--target", "hvt"),
                        "option '--hello' needs an argument");
    assert_string_equal(target.value, "hvt");
    assert_string_equal(PARSE("-p"), "option '-p' needs an argument");
}

static void an_option_with_a_bare_value_takes_no_word(void **state)
{
    (void)state;
    assert_null(PARSE("--help", "plain"));
    assert_string_equal(help.value, "auto");
    assert_string_equal(positional[0], "plain");
    assert_null(PARSE("--help=plain"));
    assert_string_equal(help.value, "plain");
}

static void repeated_values_are_kept_in_order(void **state)
{
    (void)state;
    assert_null(PARSE("-s", "a", "--server=b", "-sc"));
    assert_int_equal(server.count, 3);
    assert_string_equal(server.value, "c");
    assert_string_equal(server.values->text, "a");
    assert_string_equal(server.values->next->text, "b");
    assert_string_equal(server.values->next->next->text, "c");
    assert_null(server.values->next->next->next);
}

static void others_cannot_be_repeated(void **state)
{
    (void)state;
    assert_string_equal(PARSE("--hello=a", "--hello=b"),
                        "option '--hello' cannot be repeated");
    assert_string_equal(PARSE("-qq"), "option '-q' cannot be repeated");
}

static void unknown_options_get_a_suggestion(void **state)
{
    (void)state;
    assert_string_equal(PARSE("--helo=x"),
                        "unknown option '--helo', did you mean '--hello'?");
    assert_string_equal(PARSE("--confgi-file=x"),
                        "unknown option '--confgi-file', did you mean "
                        "'--config-file'?");
    assert_string_equal(PARSE("-hello"),
                        "unknown option '-hello', did you mean '--hello'?");
    assert_string_equal(PARSE("-hello=Hi"),
                        "unknown option '-hello', did you mean '--hello'?");
    assert_string_equal(PARSE("--foo"), "unknown option '--foo'.");
    assert_string_equal(PARSE("--=x"), "unknown option '--'.");
    assert_string_equal(PARSE("-vx"), "unknown option '-x'.");
}

static void wrong_values_name_what_was_expected(void **state)
{
    (void)state;
    assert_string_equal(PARSE("-t", "xen"),
                        "option '-t': invalid value 'xen', expected one of "
                        "'unix', 'hvt' or 'spt'");
    assert_null(target.value);
    assert_string_equal(PARSE("--help=man"),
                        "option '--help': invalid value 'man', expected "
                        "either 'auto' or 'plain'");
    assert_string_equal(PARSE("--port=80a"),
                        "option '--port': invalid value '80a', expected an "
                        "integer");
    assert_string_equal(PARSE("--quiet=yes"),
                        "option '--quiet' is a flag, it cannot take the "
                        "argument 'yes'");
}

static void the_rest_is_parsed_after_a_mistake(void **state)
{
    (void)state;
    assert_string_equal(PARSE("--foo", "-t", "hvt", "--bar"),
                        "unknown option '--foo'.");
    assert_string_equal(target.value, "hvt");
}

static void the_environment_fills_in(void **state)
{
    (void)state;
    setenv("CMDLINE_TEST_MODE", "spt", 1);
    assert_null(PARSE("-q"));
    assert_string_equal(target.value, "spt");
    assert_int_equal(target.count, 0);
    assert_null(PARSE("-t", "hvt"));
    assert_string_equal(target.value, "hvt");
    setenv("CMDLINE_TEST_MODE", "", 1);
    assert_null(PARSE("-q"));
    assert_null(target.value);
    setenv("CMDLINE_TEST_MODE", "foo", 1);
    assert_string_equal(PARSE("-q"),
                        "environment variable 'CMDLINE_TEST_MODE': invalid "
                        "value 'foo', expected one of 'unix', 'hvt' or 'spt'");
}

static void a_required_option_must_be_there(void **state)
{
    (void)state;
    assert_string_equal(PARSE_WITH(strict, "x"),
                        "required option --must is missing");
    assert_string_equal(PARSE_WITH(strict, "--foo"), "unknown option '--foo'.");
    assert_null(PARSE_WITH(strict, "--help"));
    assert_null(PARSE_WITH(strict, "--must=x"));
}

static void a_message_without_end_is_cut(void **state)
{
    char word[2000] = "--port=";
    const char *message;

    (void)state;
    for (int i = 7; i + 2 < (int)sizeof(word); i += 2)
        memcpy(word + i, "é", 3);
    message = PARSE(word);
    assert_true(strlen(message) < 510);
    assert_string_equal(message + strlen(message) - 3, "...");
    assert_int_equal(message[strlen(message) - 4] & 0xc0, 0x80);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, forget)
    const struct CMUnitTest tests[] = {
        TEST(values_come_with_or_without_equals),
        TEST(an_empty_value_is_a_value),
        TEST(flags_go_together),
        TEST(a_prefix_will_do_if_it_is_the_only_one),
        TEST(a_whole_name_is_no_prefix_of_another),
        TEST(what_is_no_option_is_kept_in_order),
        TEST(numbers_and_a_dash_are_values_but_options_are_not),
        TEST(an_option_with_a_bare_value_takes_no_word),
        TEST(repeated_values_are_kept_in_order),
        TEST(others_cannot_be_repeated),
        TEST(unknown_options_get_a_suggestion),
        TEST(wrong_values_name_what_was_expected),
        TEST(the_rest_is_parsed_after_a_mistake),
        TEST(the_environment_fills_in),
        TEST(a_required_option_must_be_there),
        TEST(a_message_without_end_is_cut),
    };

    return cmocka_run_group_tests_name("option", tests, NULL, NULL);
}
