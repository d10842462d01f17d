/* How messages look and how they are written. */
#include "test.h"
#include <mirage/fake.h>
#include <mirage/log.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "1970-01-01 00:00:00 -00:00: INF [application] "

enum { MESSAGE_MAX = 65536, LONGER = MESSAGE_MAX + 100 };

MIRAGE_LOG_SOURCE(netif, "netif");

static int new_log(void **state)
{
    (void)state;
    fake_reset();
    mirage_log_application.level = MIRAGE_LOG_INFO;
    return 0;
}

/* ---- the head of a line ---- */

static void a_message_looks_as_in_the_tutorial(void **state)
{
    (void)state;
    fake_set_wall_clock(1486551284 * INT64_C(1000000000) + 999999999);
    fake_set_time_zone(-60);
    mirage_log_info("hello");
    assert_string_equal(
        fake_log(), "2017-02-08 09:54:44 -01:00: INF [application] hello\n");
    assert_string_equal(fake_console(), "");
}

static void an_unknown_zone_is_minus_zero(void **state)
{
    (void)state;
    fake_set_wall_clock(1486551284 * INT64_C(1000000000));
    mirage_log_info("hello");
    assert_string_equal(
        fake_log(), "2017-02-08 10:54:44 -00:00: INF [application] hello\n");
}

static void assert_zone(int minutes, const char *line)
{
    fake_reset();
    fake_set_wall_clock(1486551284 * INT64_C(1000000000));
    fake_set_time_zone(minutes);
    mirage_log_info("hello");
    assert_memory_equal(fake_log(), line, strlen(line));
}

static void zones_are_signed_hours_and_minutes(void **state)
{
    (void)state;
    assert_zone(0, "2017-02-08 10:54:44 +00:00: INF");
    assert_zone(540, "2017-02-08 19:54:44 +09:00: INF");
    assert_zone(345, "2017-02-08 16:39:44 +05:45: INF");
    assert_zone(-210, "2017-02-08 07:24:44 -03:30: INF");
    assert_zone(14 * 60, "2017-02-09 00:54:44 +14:00: INF");
    assert_zone(-11 * 60, "2017-02-07 23:54:44 -11:00: INF");
    assert_zone(-1, "2017-02-08 10:53:44 -00:01: INF");
}

static void each_level_has_its_tag(void **state)
{
    (void)state;
    mirage_log_application.level = MIRAGE_LOG_DEBUG;
    mirage_log_app("1");
    mirage_log_error("2");
    mirage_log_warning("3");
    mirage_log_info("4");
    mirage_log_debug("5");
    assert_string_equal(fake_log(),
                        "1970-01-01 00:00:00 -00:00: APP [application] 1\n"
                        "1970-01-01 00:00:00 -00:00: ERR [application] 2\n"
                        "1970-01-01 00:00:00 -00:00: WRN [application] 3\n"
                        "1970-01-01 00:00:00 -00:00: INF [application] 4\n"
                        "1970-01-01 00:00:00 -00:00: DBG [application] 5\n");
}

static void a_source_puts_its_name(void **state)
{
    (void)state;
    mirage_log_info_to(&netif, "Plugging into %s", "tap0");
    assert_string_equal(
        fake_log(),
        "1970-01-01 00:00:00 -00:00: INF [netif] Plugging into tap0\n");
}

static void a_source_may_have_a_very_long_name(void **state)
{
    static char name[1001];
    struct mirage_log_source source = {name, MIRAGE_LOG_INFO};

    (void)state;
    memset(name, 'x', sizeof(name) - 1);
    mirage_log_info_to(&source, "%d sheep", 1000);
    assert_int_equal(fake_log_writes(), 1);
    assert_non_null(strstr(fake_log(), "[xxxxx"));
    assert_int_equal(fake_log()[strlen(fake_log()) - 1], '\n');
}

/* ---- which are written ---- */

/* `count` messages are, the last of which is "1" if only the first is. */
static void assert_written(enum mirage_log_level threshold, unsigned count)
{
    fake_reset();
    netif.level = threshold;
    mirage_log_app_to(&netif, "1");
    mirage_log_error_to(&netif, "2");
    mirage_log_warning_to(&netif, "3");
    mirage_log_info_to(&netif, "4");
    mirage_log_debug_to(&netif, "5");
    assert_int_equal(fake_log_writes(), count);
    if (count)
        assert_int_equal(fake_log()[strlen(fake_log()) - 2], '0' + count);
}

static void a_threshold_keeps_lesser_messages_back(void **state)
{
    (void)state;
    assert_written(MIRAGE_LOG_QUIET, 0);
    assert_written(MIRAGE_LOG_APP, 1);
    assert_written(MIRAGE_LOG_ERROR, 2);
    assert_written(MIRAGE_LOG_WARNING, 3);
    assert_written(MIRAGE_LOG_INFO, 4);
    assert_written(MIRAGE_LOG_DEBUG, 5);
}

/* ---- the message ---- */

static void values_are_written_as_printf_does(void **state)
{
    (void)state;
    mirage_log_info("%s %5d %-3u| %#x %.2f %c%%", "a", -7, 8u, 255, 1.5, 'z');
    assert_string_equal(fake_log(), HEAD "a    -7 8  | 0xff 1.50 z%\n");
}

static void newlines_stay_as_they_are(void **state)
{
    (void)state;
    mirage_log_info("sectors = 8\nread_write=true\n");
    assert_string_equal(fake_log(), HEAD "sectors = 8\nread_write=true\n\n");
    assert_int_equal(fake_log_writes(), 1);
}

static void an_empty_message_is_a_line(void **state)
{
    (void)state;
    mirage_log_info("%s", "");
    assert_string_equal(fake_log(), HEAD "\n");
}

/* Of `size` letters, the last of which differs from the others. */
static char *make_text(size_t size)
{
    char *text = malloc(size + 1);

    memset(text, 'a', size);
    text[size - 1] = 'z';
    text[size] = '\0';
    return text;
}

static void assert_whole(size_t size)
{
    char *text = make_text(size);
    size_t line = strlen(HEAD) + size;

    fake_forget_output();
    mirage_log_info("%s", text);
    assert_int_equal(fake_log_writes(), 1);
    assert_int_equal(strlen(fake_log()), line + 1);
    assert_memory_equal(fake_log() + strlen(HEAD), text, size);
    assert_int_equal(fake_log()[line], '\n');
    free(text);
}

static void messages_of_any_size_are_written_whole_and_at_once(void **state)
{
    (void)state;
    for (size_t size = 1; size < 1000; size++)
        assert_whole(size);
    assert_whole(MESSAGE_MAX - 1);
    assert_whole(MESSAGE_MAX);
}

static void what_is_longer_than_64_kib_is_cut(void **state)
{
    char *text = make_text(LONGER);

    (void)state;
    mirage_log_info("%s", text);
    assert_int_equal(fake_log_writes(), 1);
    assert_int_equal(strlen(fake_log()), strlen(HEAD) + MESSAGE_MAX + 1);
    assert_int_equal(fake_log()[strlen(HEAD) + MESSAGE_MAX - 1], 'a');
    assert_int_equal(fake_log()[strlen(HEAD) + MESSAGE_MAX], '\n');
    free(text);
}

static void without_memory_long_messages_are_cut(void **state)
{
    char *text = make_text(1000);

    (void)state;
    fake_limit_stacks(0);
    mirage_log_info("%s", text);
    assert_int_equal(fake_log_writes(), 1);
    assert_true(strlen(fake_log()) > 200);
    assert_memory_equal(fake_log(), HEAD "aaaa", strlen(HEAD) + 4);
    assert_int_equal(fake_log()[strlen(fake_log()) - 1], '\n');
    free(text);
}

static void what_is_not_supported_is_left_as_it_stands(void **state)
{
    (void)state;
    mirage_log_info("a word: %ls%s", L"\x20ac", "!");
    assert_string_equal(fake_log(), HEAD "a word: %ls!\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_message_looks_as_in_the_tutorial, new_log),
        cmocka_unit_test_setup(an_unknown_zone_is_minus_zero, new_log),
        cmocka_unit_test_setup(zones_are_signed_hours_and_minutes, new_log),
        cmocka_unit_test_setup(each_level_has_its_tag, new_log),
        cmocka_unit_test_setup(a_source_puts_its_name, new_log),
        cmocka_unit_test_setup(a_source_may_have_a_very_long_name, new_log),
        cmocka_unit_test_setup(a_threshold_keeps_lesser_messages_back, new_log),
        cmocka_unit_test_setup(values_are_written_as_printf_does, new_log),
        cmocka_unit_test_setup(newlines_stay_as_they_are, new_log),
        cmocka_unit_test_setup(an_empty_message_is_a_line, new_log),
        cmocka_unit_test_setup(
            messages_of_any_size_are_written_whole_and_at_once, new_log),
        cmocka_unit_test_setup(what_is_longer_than_64_kib_is_cut, new_log),
        cmocka_unit_test_setup(without_memory_long_messages_are_cut, new_log),
        cmocka_unit_test_setup(what_is_not_supported_is_left_as_it_stands,
                               new_log),
    };

    return cmocka_run_group_tests_name("log", tests, NULL, NULL);
}
