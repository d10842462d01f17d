/* A tender's command line, and names of devices in it. */
#include "command_line.h"
#include "test.h"
#include <solo5/mft_abi.h>
#include <string.h>

#define PARSE(...) parse((char *[]){"solo5-spt", __VA_ARGS__, NULL})

static struct command_line parse(char **argv)
{
    int argc = 0;

    while (argv[argc])
        argc++;
    return command_line_parse(argc, argv);
}

static void the_first_word_is_the_kernel(void **state)
{
    struct command_line line = PARSE("--mem=2", "--x", "k", "--help", "-");

    (void)state;
    assert_int_equal(line.command, COMMAND_RUN);
    assert_int_equal(line.option_count, 2);
    assert_string_equal(line.options[1], "--x");
    assert_string_equal(line.kernel, "k");
    assert_string_equal(line.args[0], "--help");
    assert_string_equal(line.args[1], "-");
    assert_null(line.args[2]);
}

static void two_dashes_end_the_options(void **state)
{
    struct command_line line = PARSE("--mem=2", "--", "-k", "--", "a");

    (void)state;
    assert_int_equal(line.option_count, 1);
    assert_string_equal(line.kernel, "-k");
    assert_string_equal(line.args[0], "--");
    assert_string_equal(line.args[1], "a");
}

static void empty_words_are_words(void **state)
{
    struct command_line line = PARSE("", "", "a");

    (void)state;
    assert_string_equal(line.kernel, "");
    assert_string_equal(line.args[0], "");
    assert_string_equal(line.args[1], "a");
}

static void a_lone_dash_is_an_option(void **state)
{
    struct command_line line = PARSE("-", "k");

    (void)state;
    assert_int_equal(line.option_count, 1);
    assert_string_equal(line.kernel, "k");
}

static void help_and_version_come_first(void **state)
{
    (void)state;
    assert_int_equal(PARSE("--bad", "--help", "k").command, COMMAND_HELP);
    assert_int_equal(PARSE("--version", "--help").command, COMMAND_VERSION);
    assert_int_equal(PARSE("k", "--help").command, COMMAND_RUN);
    assert_int_equal(PARSE("--", "--help").command, COMMAND_RUN);
}

static void without_a_kernel_there_is_nothing_to_run(void **state)
{
    (void)state;
    assert_int_equal(PARSE("--mem=2").command, COMMAND_NO_KERNEL);
    assert_int_equal(PARSE("--mem=2", "--").command, COMMAND_NO_KERNEL);
    assert_int_equal(command_line_parse(1, (char *[]){"x", NULL}).command,
                     COMMAND_NO_KERNEL);
    assert_int_equal(command_line_parse(0, (char *[]){NULL}).command,
                     COMMAND_NO_KERNEL);
}

static void a_device_has_a_name_and_a_value(void **state)
{
    char name[MFT_NAME_SIZE];

    (void)state;
    assert_string_equal(
        command_line_device("--net:service0=tap100", "--net", name), "tap100");
    assert_string_equal(name, "service0");
    assert_string_equal(command_line_device("--net:x=", "--net", name), "");
    assert_string_equal(command_line_device("--net:x=a=b c", "--net", name),
                        "a=b c");
}

static void a_device_name_is_letters_and_digits(void **state)
{
    const char *const bad[] = {
        "--net",
        "--net:",
        "--net:=t",
        "--net:a",
        "--net:a-b=t",
        "--net: a=t",
        "--net:\xc3\xa4=t",
        "--nets:a=t",
        "--net-mac:a=t",
        "-net:a=t",
        "",
    };
    char name[MFT_NAME_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(command_line_device(bad[i], "--net", name));
}

static void a_device_name_has_up_to_67_characters(void **state)
{
    char name[MFT_NAME_SIZE];
    char arg[100] = "--net:";

    (void)state;
    memset(arg + 6, 'x', 67);
    strcpy(arg + 6 + 67, "=t");
    assert_non_null(command_line_device(arg, "--net", name));
    assert_int_equal(strlen(name), 67);
    memset(arg + 6, 'x', 68);
    strcpy(arg + 6 + 68, "=t");
    assert_null(command_line_device(arg, "--net", name));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_word_is_the_kernel),
        cmocka_unit_test(two_dashes_end_the_options),
        cmocka_unit_test(empty_words_are_words),
        cmocka_unit_test(a_lone_dash_is_an_option),
        cmocka_unit_test(help_and_version_come_first),
        cmocka_unit_test(without_a_kernel_there_is_nothing_to_run),
        cmocka_unit_test(a_device_has_a_name_and_a_value),
        cmocka_unit_test(a_device_name_is_letters_and_digits),
        cmocka_unit_test(a_device_name_has_up_to_67_characters),
    };

    return cmocka_run_group_tests_name("command_line", tests, NULL, NULL);
}
