/* The command line of a unikernel: what it takes and what it answers. */
#include "start_test.h"
#include <mirage/exit.h>
#include <mirage/log.h>
#include <mirage/task.h>
#include <stdlib.h>
#include <string.h>

#define USAGE "Usage: hello [OPTION]…\n"

static struct mirage_option hello = {
    .name = "hello",
    .section = "APPLICATION OPTIONS",
    .docv = "VAL",
    .doc = "How to say hello.",
    .absent = "Hello World!",
};

static struct mirage_option port = {
    .name = "port",
    .letter = 'p',
    .section = "NETWORK OPTIONS",
    .docv = "PORT",
    .doc = "The TCP port on which to listen for incoming connections.",
    .required = true,
    .check = mirage_check_int,
};

static enum mirage_error hello_start(void)
{
    mirage_log_debug("debug");
    mirage_log_info("%s", mirage_key_text(&hello, "Hello World!"));
    mirage_log_error("%s", mirage_name());
    return MIRAGE_OK;
}

static int new_hello(void **state)
{
    new_unikernel(state);
    unsetenv("MIRAGE_LOGS");
    start_keys[0] = &hello;
    start_jobs[0] = (struct mirage_job){"hello_start", hello_start};
    return 0;
}

/* ---- keys ---- */

#define DATE "1970-01-01 00:00:00 -00:00: "

static void a_key_has_its_default_or_what_is_given(void **state)
{
    (void)state;
    assert_int_equal(start_with(NULL), 0);
    assert_string_equal(fake_log(), DATE "INF [application] Hello World!\n" DATE
                                         "ERR [application] hello\n");
    fake_forget_output();
    assert_int_equal(start_with("--hello=Hi!", NULL), 0);
    assert_string_equal(fake_log(), DATE "INF [application] Hi!\n" DATE
                                         "ERR [application] hello\n");
}

static void blanks_and_quotes_in_a_value_survive(void **state)
{
    (void)state;
    assert_int_equal(start_with("--hello", " a \"b\" 'c'\\ \xc3\xa9 ", NULL),
                     0);
    assert_non_null(
        strstr(fake_log(), "INF [application]  a \"b\" 'c'\\ \xc3\xa9 \n"));
}

static void a_required_key_must_be_given(void **state)
{
    (void)state;
    start_keys[1] = &port;
    assert_int_equal(start_with(NULL), MIRAGE_EXIT_ARGUMENTS);
    assert_string_equal(fake_log(),
                        USAGE "hello: required option --port is missing\n");
    fake_forget_output();
    assert_int_equal(start_with("-p80", NULL), 0);
}

/* ---- mistakes ---- */

static void assert_refused(const char *argument, const char *message)
{
    fake_forget_output();
    assert_int_equal(start_with(argument, NULL), MIRAGE_EXIT_ARGUMENTS);
    assert_string_equal(fake_log(), message);
    assert_string_equal(fake_console(), "");
}

static void mistakes_are_told_with_the_usage(void **state)
{
    (void)state;
    assert_refused("--helo=x", USAGE "hello: unknown option '--helo', did you "
                                     "mean '--hello'?\n");
    assert_refused("--delay=x", USAGE "hello: option '--delay': invalid value "
                                      "'x', expected a number of seconds\n");
    assert_refused("--delay=-1", USAGE "hello: option '--delay': invalid value "
                                       "'-1', expected a number of seconds\n");
    assert_refused("--backtrace=perhaps",
                   USAGE "hello: option '--backtrace': invalid value "
                         "'perhaps', expected either 'true' or 'false'\n");
    assert_refused("--logs=a:b:c", USAGE "hello: option '--logs': Can't parse "
                                         "log threshold: a:b:c\n");
    assert_refused("-lxxx", USAGE
                   "hello: option '--logs': xxx is not a valid log level, must "
                   "be one of quiet, app, error, warning, info or debug\n");
}

static void words_that_are_no_options_are_refused(void **state)
{
    (void)state;
    assert_refused("word", USAGE "hello: too many arguments, don't know what "
                                 "to do with 'word'\n");
    fake_forget_output();
    assert_int_equal(start_with("a", "--hello=b", "--", "--c", NULL),
                     MIRAGE_EXIT_ARGUMENTS);
    assert_string_equal(fake_log(), USAGE "hello: too many arguments, don't "
                                          "know what to do with 'a', '--c'\n");
}

/* ---- the options that every unikernel has ---- */

static void logs_sets_the_levels(void **state)
{
    (void)state;
    assert_int_equal(start_with("--logs=quiet", NULL), 0);
    assert_string_equal(fake_log(), "");
    assert_int_equal(start_with("-l", "error", NULL), 0);
    assert_string_equal(fake_log(), DATE "ERR [application] hello\n");
    fake_forget_output();
    assert_int_equal(start_with("-l", "quiet,application:debug", NULL), 0);
    assert_int_equal(fake_log_writes(), 3);
}

static void the_environment_can_set_the_levels(void **state)
{
    (void)state;
    setenv("MIRAGE_LOGS", "quiet", true);
    assert_int_equal(start_with(NULL), 0);
    assert_string_equal(fake_log(), "");
    assert_int_equal(start_with("-l", "debug", NULL), 0);
    assert_int_equal(fake_log_writes(), 3);
}

static void an_unknown_source_does_not_keep_it_from_starting(void **state)
{
    (void)state;
    assert_int_equal(start_with("-l", "quiet,foo:debug", NULL), 0);
    assert_string_equal(fake_log(),
                        "Warning: foo is not a valid log source.\n");
}

static void name_is_what_the_unikernel_calls_itself(void **state)
{
    (void)state;
    assert_int_equal(start_with("-l", "error", "--name", "Bob", NULL), 0);
    assert_string_equal(fake_log(), DATE "ERR [application] Bob\n");
}

static void tell_backtrace(void)
{
    const char *wanted = mirage_wants_backtrace() ? "yes" : "no";

    mirage_platform_console_write(wanted, strlen(wanted));
}

static void a_backtrace_is_wanted_unless_it_is_not(void **state)
{
    (void)state;
    start_connect = tell_backtrace;
    assert_int_equal(start_with(NULL), 0);
    assert_int_equal(start_with("--backtrace=false", NULL), 0);
    assert_int_equal(start_with("--backtrace=true", NULL), 0);
    assert_string_equal(fake_console(), "yesnoyes");
}

static void version_tells_the_version(void **state)
{
    (void)state;
    assert_int_equal(start_with("--version", NULL), MIRAGE_EXIT_HELP);
    assert_string_equal(fake_console(), "hello (mirage 1.2.3)\n");
    assert_string_equal(fake_log(), "");
}

/* ---- help ---- */

static const char page[] =
    "NAME\n"
    "       hello - a MirageOS unikernel\n"
    "\n"
    "SYNOPSIS\n"
    "       hello [OPTION]…\n"
    "\n"
    "APPLICATION OPTIONS\n"
    "       --hello=VAL (absent=Hello World!)\n"
    "           How to say hello.\n"
    "\n"
    "UNIKERNEL PARAMETERS\n"
    "       --backtrace=BOOL (absent=true)\n"
    "           Trigger the printing of a stack backtrace when the unikernel "
    "crashes,\n"
    "           on targets that can.\n"
    "\n"
    "       --delay=N (absent=0)\n"
    "           Delay N seconds before starting up.\n"
    "\n"
    "       -l LEVEL, --logs=LEVEL (absent=info or MIRAGE_LOGS env)\n"
    "           Be more or less verbose. LEVEL must be of the form "
    "*:info,foo:debug,\n"
    "           which means that the log threshold is set to info for every "
    "log\n"
    "           source but foo, for which it is set to debug. A level must be "
    "one of\n"
    "           quiet, app, error, warning, info or debug.\n"
    "\n"
    "       --name=VAL (absent=hello)\n"
    "           Name of the unikernel, in its messages and wherever it tells "
    "its\n"
    "           name.\n"
    "\n"
    "NETWORK OPTIONS\n"
    "       -p PORT, --port=PORT (required)\n"
    "           The TCP port on which to listen for incoming connections.\n"
    "\n"
    "COMMON OPTIONS\n"
    "       --help[=FMT] (default=auto)\n"
    "           Show this help in format FMT. The value FMT must be one of "
    "auto,\n"
    "           pager, groff or plain. A unikernel cannot start a pager: all "
    "but\n"
    "           groff are plain.\n"
    "\n"
    "       --version\n"
    "           Show version information.\n"
    "\n"
    "EXIT STATUS\n"
    "       The unikernel exits with:\n"
    "\n"
    "       0   when all its jobs have ended well.\n"
    "\n"
    "       63  after showing this help or its version.\n"
    "\n"
    "       64  on command line parsing errors.\n"
    "\n"
    "       255 when a job failed, or it crashed.\n"
    "\n"
    "ENVIRONMENT\n"
    "       MIRAGE_LOGS\n"
    "           See option --logs.\n";

static void help_shows_all_options(void **state)
{
    (void)state;
    start_keys[1] = &port;
    assert_int_equal(start_with("--help", NULL), MIRAGE_EXIT_HELP);
    assert_string_equal(fake_console(), page);
    assert_string_equal(fake_log(), "");
}

static void there_is_no_pager_in_a_unikernel(void **state)
{
    static const char *const formats[] = {"--help=auto", "--help=pager",
                                          "--help=plain"};

    (void)state;
    start_keys[1] = &port;
    for (int i = 0; i < 3; i++) {
        fake_forget_output();
        assert_int_equal(start_with(formats[i], NULL), MIRAGE_EXIT_HELP);
        assert_string_equal(fake_console(), page);
    }
}

static void help_can_be_had_for_groff(void **state)
{
    (void)state;
    assert_int_equal(start_with("--help=groff", NULL), MIRAGE_EXIT_HELP);
    assert_memory_equal(fake_console(), ".TH \"HELLO\"", 11);
    assert_non_null(strstr(fake_console(), "APPLICATION OPTIONS\"\n.TP"));
}

static void who_asks_for_help_may_be_wrong_elsewhere(void **state)
{
    (void)state;
    start_keys[1] = &port;
    assert_int_equal(start_with("--nonsense", "word", "--help", NULL),
                     MIRAGE_EXIT_HELP);
    assert_string_equal(fake_console(), page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_key_has_its_default_or_what_is_given,
                               new_hello),
        cmocka_unit_test_setup(blanks_and_quotes_in_a_value_survive, new_hello),
        cmocka_unit_test_setup(a_required_key_must_be_given, new_hello),
        cmocka_unit_test_setup(mistakes_are_told_with_the_usage, new_hello),
        cmocka_unit_test_setup(words_that_are_no_options_are_refused,
                               new_hello),
        cmocka_unit_test_setup(logs_sets_the_levels, new_hello),
        cmocka_unit_test_setup(the_environment_can_set_the_levels, new_hello),
        cmocka_unit_test_setup(an_unknown_source_does_not_keep_it_from_starting,
                               new_hello),
        cmocka_unit_test_setup(name_is_what_the_unikernel_calls_itself,
                               new_hello),
        cmocka_unit_test_setup(a_backtrace_is_wanted_unless_it_is_not,
                               new_hello),
        cmocka_unit_test_setup(version_tells_the_version, new_hello),
        cmocka_unit_test_setup(help_shows_all_options, new_hello),
        cmocka_unit_test_setup(there_is_no_pager_in_a_unikernel, new_hello),
        cmocka_unit_test_setup(help_can_be_had_for_groff, new_hello),
        cmocka_unit_test_setup(who_asks_for_help_may_be_wrong_elsewhere,
                               new_hello),
    };

    return cmocka_run_group_tests_name("arguments", tests, NULL, NULL);
}
