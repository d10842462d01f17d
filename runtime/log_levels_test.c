/* The values of --logs, and what they do. */
#include "test.h"
#include <mirage/fake.h>
#include <mirage/log.h>
#include <stdio.h>
#include <string.h>

MIRAGE_LOG_SOURCE(netif, "netif");
MIRAGE_LOG_SOURCE(wire, "tcp.wire");

static int new_levels(void **state)
{
    (void)state;
    fake_reset();
    return 0;
}

/* ---- checking ---- */

static void assert_right(const char *text)
{
    assert_null(mirage_check_logs(text));
}

static void levels_may_be_global_or_of_a_source(void **state)
{
    (void)state;
    assert_right("quiet");
    assert_right("app");
    assert_right("error");
    assert_right("warning");
    assert_right("info");
    assert_right("debug");
    assert_right("*:info");
    assert_right("netif:debug");
    assert_right("*:info,foo:debug");
    assert_right("info,tcp.wire:quiet,warning");
}

static void assert_wrong(const char *text, const char *message)
{
    assert_string_equal(mirage_check_logs(text), message);
}

#define LEVELS                                                                 \
    " is not a valid log level, must be one of quiet, app, error, warning, "   \
    "info or debug"

static void an_unknown_level_is_named(void **state)
{
    (void)state;
    assert_wrong("xxx", "xxx" LEVELS);
    assert_wrong("INFO", "INFO" LEVELS);
    assert_wrong("infos", "infos" LEVELS);
    assert_wrong("inf", "inf" LEVELS);
    assert_wrong("netif:", "Can't parse log threshold: netif:");
    assert_wrong("info,netif:foo,debug", "foo" LEVELS);
    assert_wrong(" info", " info" LEVELS);
}

static void what_is_no_threshold_is_shown(void **state)
{
    (void)state;
    assert_wrong("a:b:c", "Can't parse log threshold: a:b:c");
    assert_wrong("info,a:b:c,debug", "Can't parse log threshold: a:b:c");
    assert_wrong("", "Can't parse log threshold: ");
    assert_wrong("info,", "Can't parse log threshold: ");
    assert_wrong(",info", "Can't parse log threshold: ");
    assert_wrong(":info", "Can't parse log threshold: :info");
    assert_wrong(":", "Can't parse log threshold: :");
}

static void long_nonsense_is_cut(void **state)
{
    char text[1001];

    (void)state;
    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    assert_non_null(strstr(mirage_check_logs(text), "xxx" LEVELS));
    assert_true(strlen(mirage_check_logs(text)) < 200);
}

/* ---- setting ---- */

static void assert_levels(const char *text, enum mirage_log_level application,
                          enum mirage_log_level of_netif,
                          enum mirage_log_level of_wire)
{
    mirage_log_configure(text);
    assert_int_equal(mirage_log_application.level, application);
    assert_int_equal(netif.level, of_netif);
    assert_int_equal(wire.level, of_wire);
    assert_string_equal(fake_log(), "");
}

#define QUIET MIRAGE_LOG_QUIET
#define APP   MIRAGE_LOG_APP
#define ERROR MIRAGE_LOG_ERROR
#define INFO  MIRAGE_LOG_INFO
#define DEBUG MIRAGE_LOG_DEBUG

static void a_global_level_is_that_of_all_sources(void **state)
{
    (void)state;
    assert_levels("debug", DEBUG, DEBUG, DEBUG);
    assert_levels("*:quiet", QUIET, QUIET, QUIET);
}

static void the_first_global_level_counts(void **state)
{
    (void)state;
    assert_levels("app,debug,*:error", APP, APP, APP);
}

static void without_a_global_level_it_is_info(void **state)
{
    (void)state;
    assert_levels("netif:debug", INFO, DEBUG, INFO);
}

static void the_level_of_a_source_beats_the_global_one(void **state)
{
    (void)state;
    assert_levels("netif:debug,error", ERROR, DEBUG, ERROR);
    assert_levels("error,netif:debug,tcp.wire:app", ERROR, DEBUG, APP);
    assert_levels("application:quiet,debug", QUIET, DEBUG, DEBUG);
}

static void an_unknown_source_is_only_a_warning(void **state)
{
    (void)state;
    mirage_log_configure("foo:debug,error,net:app");
    assert_string_equal(fake_log(),
                        "Warning: foo is not a valid log source.\n"
                        "Warning: net is not a valid log source.\n");
    assert_int_equal(netif.level, ERROR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_may_be_global_or_of_a_source),
        cmocka_unit_test(an_unknown_level_is_named),
        cmocka_unit_test(what_is_no_threshold_is_shown),
        cmocka_unit_test(long_nonsense_is_cut),
        cmocka_unit_test_setup(a_global_level_is_that_of_all_sources,
                               new_levels),
        cmocka_unit_test_setup(the_first_global_level_counts, new_levels),
        cmocka_unit_test_setup(without_a_global_level_it_is_info, new_levels),
        cmocka_unit_test_setup(the_level_of_a_source_beats_the_global_one,
                               new_levels),
        cmocka_unit_test_setup(an_unknown_source_is_only_a_warning, new_levels),
    };

    return cmocka_run_group_tests_name("log_levels", tests, NULL, NULL);
}
