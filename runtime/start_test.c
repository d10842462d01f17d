/* From the start to the end of the last job. */
#include "start_test.h"
#include <mirage/exit.h>
#include <mirage/log.h>
#include <mirage/task.h>
#include <stdio.h>
#include <string.h>

static void say(const char *format, ...)
{
    char text[100];
    va_list args;

    va_start(args, format);
    mirage_platform_console_write(text,
                                  vsnprintf(text, sizeof(text), format, args));
    va_end(args);
}

/* ---- jobs for tests ---- */

static enum mirage_error one_second(void)
{
    enum mirage_error error = mirage_sleep(MIRAGE_SEC(1));

    say("%s: %s\n", mirage_task_name(), mirage_error_text(error));
    return error;
}

static enum mirage_error two_seconds(void)
{
    enum mirage_error error = mirage_sleep(MIRAGE_SEC(2));

    say("%s: %s\n", mirage_task_name(), mirage_error_text(error));
    return error;
}

static enum mirage_error fail_in_time(void)
{
    return mirage_sleep(MIRAGE_MS(1500)) ? MIRAGE_FAILED : MIRAGE_NO_SPACE;
}

static enum mirage_error fail_when_cancelled(void)
{
    return mirage_sleep(MIRAGE_SEC(9)) ? MIRAGE_DISCONNECTED : MIRAGE_OK;
}

static enum mirage_error cancelled_by_itself(void)
{
    return MIRAGE_CANCELLED;
}

/* ---- tests ---- */

static void a_unikernel_without_jobs_ends_well(void **state)
{
    (void)state;
    assert_int_equal(start_with(NULL), 0);
    assert_string_equal(fake_console(), "");
    assert_string_equal(fake_log(), "");
}

static void jobs_run_side_by_side_under_their_names(void **state)
{
    (void)state;
    start_jobs[0] = (struct mirage_job){"tails_start", two_seconds};
    start_jobs[1] = (struct mirage_job){"heads_start", one_second};
    assert_int_equal(start_with(NULL), 0);
    assert_string_equal(fake_console(), "heads_start: no error\n"
                                        "tails_start: no error\n");
    assert_string_equal(fake_log(), "");
}

static void connect_slowly(void)
{
    say("connect as %s\n", mirage_task_name());
    if (mirage_sleep(MIRAGE_SEC(5)))
        say("cancelled\n");
    say("connected at %d\n", (int)(mirage_now() / MIRAGE_SEC(1)));
}

static void devices_are_connected_before_any_job_starts(void **state)
{
    (void)state;
    start_connect = connect_slowly;
    start_jobs[0] = (struct mirage_job){"hello_start", one_second};
    assert_int_equal(start_with(NULL), 0);
    assert_string_equal(fake_console(), "connect as main\n"
                                        "connected at 5\n"
                                        "hello_start: no error\n");
}

static void a_delay_comes_before_everything_else(void **state)
{
    (void)state;
    start_connect = connect_slowly;
    assert_int_equal(start_with("--delay=3", NULL), 0);
    assert_string_equal(fake_console(), "connect as main\n"
                                        "connected at 8\n");
}

static void say_goodbye(void *unused)
{
    (void)unused;
    say("goodbye\n");
}

static void add_hook(void)
{
    static struct mirage_exit_hook hook = {.fn = say_goodbye};

    mirage_at_exit(&hook);
}

static void hooks_run_after_the_last_job(void **state)
{
    (void)state;
    start_connect = add_hook;
    start_jobs[0] = (struct mirage_job){"hello_start", one_second};
    assert_int_equal(start_with(NULL), 0);
    assert_string_equal(fake_console(), "hello_start: no error\ngoodbye\n");
}

static void a_job_that_fails_ends_the_others(void **state)
{
    (void)state;
    start_connect = add_hook;
    start_jobs[0] = (struct mirage_job){"first_start", one_second};
    start_jobs[1] = (struct mirage_job){"bad_start", fail_in_time};
    start_jobs[2] = (struct mirage_job){"last_start", two_seconds};
    assert_int_equal(start_with(NULL), MIRAGE_EXIT_CRASH);
    assert_string_equal(fake_log(),
                        "hello: job 'bad_start' failed: no space left\n");
    assert_string_equal(fake_console(), "first_start: no error\n"
                                        "last_start: cancelled\n"
                                        "goodbye\n");
}

static void every_job_that_fails_is_reported(void **state)
{
    (void)state;
    start_jobs[0] = (struct mirage_job){"bad_start", fail_in_time};
    start_jobs[1] = (struct mirage_job){"worse_start", fail_when_cancelled};
    assert_int_equal(start_with("--name=Bob", NULL), MIRAGE_EXIT_CRASH);
    assert_string_equal(fake_log(),
                        "Bob: job 'bad_start' failed: no space left\n"
                        "Bob: job 'worse_start' failed: disconnected\n");
}

static void a_job_that_nobody_cancelled_must_not_say_so(void **state)
{
    (void)state;
    start_jobs[0] = (struct mirage_job){"odd_start", cancelled_by_itself};
    assert_int_equal(start_with(NULL), MIRAGE_EXIT_CRASH);
    assert_string_equal(fake_log(),
                        "hello: job 'odd_start' failed: cancelled\n");
}

static void refuse_to_connect(void)
{
    mirage_log_error("there is no network 'service'");
    mirage_exit(MIRAGE_EXIT_CRASH);
}

static void a_device_that_cannot_connect_ends_the_unikernel(void **state)
{
    (void)state;
    start_connect = refuse_to_connect;
    start_jobs[0] = (struct mirage_job){"hello_start", one_second};
    assert_int_equal(start_with(NULL), MIRAGE_EXIT_CRASH);
    assert_string_equal(fake_console(), "");
    assert_string_equal(fake_log(), "1970-01-01 00:00:00 -00:00: ERR "
                                    "[application] there is no network "
                                    "'service'\n");
}

static void stop_soon(void)
{
    fake_when_idle(NULL);
    mirage_stop(MIRAGE_EXIT_TERMINATE);
}

static void connect_and_be_stopped(void)
{
    add_hook();
    fake_when_idle(stop_soon);
}

static void a_stop_ends_the_unikernel_with_its_status(void **state)
{
    (void)state;
    start_connect = connect_and_be_stopped;
    start_jobs[0] = (struct mirage_job){"hello_start", one_second};
    assert_int_equal(start_with(NULL), MIRAGE_EXIT_TERMINATE);
    assert_string_equal(fake_console(), "goodbye\n");
    assert_string_equal(fake_log(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_unikernel_without_jobs_ends_well,
                               new_unikernel),
        cmocka_unit_test_setup(jobs_run_side_by_side_under_their_names,
                               new_unikernel),
        cmocka_unit_test_setup(devices_are_connected_before_any_job_starts,
                               new_unikernel),
        cmocka_unit_test_setup(a_delay_comes_before_everything_else,
                               new_unikernel),
        cmocka_unit_test_setup(hooks_run_after_the_last_job, new_unikernel),
        cmocka_unit_test_setup(a_job_that_fails_ends_the_others, new_unikernel),
        cmocka_unit_test_setup(every_job_that_fails_is_reported, new_unikernel),
        cmocka_unit_test_setup(a_job_that_nobody_cancelled_must_not_say_so,
                               new_unikernel),
        cmocka_unit_test_setup(a_device_that_cannot_connect_ends_the_unikernel,
                               new_unikernel),
        cmocka_unit_test_setup(a_stop_ends_the_unikernel_with_its_status,
                               new_unikernel),
    };

    return cmocka_run_group_tests_name("start", tests, NULL, NULL);
}
