/* The first of several: mirage_pick and mirage_within. */
#include "story_test.h"

enum { MANY = 50 };

/* Sleeps a second for 'b', two for 'c', and so on. */
static enum mirage_error sleep_by_letter(void *letter)
{
    char c = *(const char *)letter;

    return tell_end(mirage_sleep(MIRAGE_SEC(c - 'a')), c);
}

/* ---- pick ---- */

static enum mirage_error pick_sleepers(void *unused)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    (void)unused;
    mirage_spawn(&group, sleep_by_letter, "d");
    mirage_spawn(&group, sleep_by_letter, "b");
    mirage_spawn(&group, sleep_by_letter, "c");
    assert_int_equal(mirage_pick(&group, &error), 1);
    return error;
}

static void pick_takes_the_first_and_cancels_the_others(void **state)
{
    (void)state;
    assert_int_equal(run(pick_sleepers), MIRAGE_OK);
    assert_string_equal(story, "b**");
    assert_int_equal(mirage_now(), MIRAGE_SEC(1));
}

static enum mirage_error fail_first(void *unused)
{
    (void)unused;
    tell_end(mirage_sleep(MIRAGE_MS(1)), '!');
    return MIRAGE_REFUSED;
}

static enum mirage_error pick_failure(void *unused)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    (void)unused;
    mirage_spawn(&group, sleep_by_letter, "b");
    mirage_spawn(&group, fail_first, NULL);
    assert_int_equal(mirage_pick(&group, &error), 1);
    return error;
}

static void a_failure_may_be_first(void **state)
{
    (void)state;
    assert_int_equal(run(pick_failure), MIRAGE_REFUSED);
    assert_string_equal(story, "!*");
}

static enum mirage_error end_at_once(void *unused)
{
    (void)unused;
    return MIRAGE_OK;
}

static enum mirage_error pick_ended(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, sleep_by_letter, "c");
    mirage_spawn(&group, end_at_once, NULL);
    mirage_spawn(&group, end_at_once, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    assert_int_equal(mirage_pick(&group, NULL), 1);
    return MIRAGE_OK;
}

static void who_ended_before_the_pick_counts(void **state)
{
    (void)state;
    assert_int_equal(run(pick_ended), MIRAGE_OK);
    assert_string_equal(story, "*");
}

static enum mirage_error sleep_ms(void *ms)
{
    return mirage_sleep(MIRAGE_MS((uintptr_t)ms));
}

static enum mirage_error pick_one_of_many(void *winner)
{
    struct mirage_group group = {0};

    for (uintptr_t i = 0; i < MANY; i++) {
        uintptr_t ms = i == (uintptr_t)winner ? 5 : 9;

        mirage_spawn(&group, sleep_ms, (void *)ms);
    }
    assert_int_equal(mirage_pick(&group, NULL), (uintptr_t)winner);
    return MIRAGE_OK;
}

static void any_of_many_may_be_first(void **state)
{
    (void)state;
    for (uintptr_t i = 0; i < MANY; i++) {
        fake_reset();
        assert_int_equal(mirage_run(pick_one_of_many, (void *)i), MIRAGE_OK);
        assert_int_equal(mirage_now(), MIRAGE_MS(5));
    }
}

static enum mirage_error pick_equals(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (int i = 0; i < 3; i++)
        mirage_spawn(&group, sleep_ms, (void *)7);
    return mirage_pick(&group, NULL) == 0 ? MIRAGE_OK : MIRAGE_FAILED;
}

static void of_equal_deadlines_the_older_wins(void **state)
{
    (void)state;
    assert_int_equal(run(pick_equals), MIRAGE_OK);
}

/* A cancelled task may still take its time to clean up, if it does not wait. */
static enum mirage_error ignore_cancel(void *unused)
{
    (void)unused;
    tell_end(mirage_sleep(MIRAGE_SEC(9)), 's');
    fake_advance(MIRAGE_SEC(3));
    return MIRAGE_EXISTS;
}

static enum mirage_error pick_beside_stubborn(void *unused)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    (void)unused;
    mirage_spawn(&group, ignore_cancel, NULL);
    mirage_spawn(&group, sleep_by_letter, "b");
    assert_int_equal(mirage_pick(&group, &error), 1);
    return tell_end(error, '.');
}

static void pick_waits_until_the_others_have_cleaned_up(void **state)
{
    (void)state;
    assert_int_equal(run(pick_beside_stubborn), MIRAGE_OK);
    assert_string_equal(story, "b*.");
    assert_int_equal(mirage_now(), MIRAGE_SEC(4));
}

static enum mirage_error pick_nobody(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_pick(&group, NULL);
    return MIRAGE_OK;
}

static void run_pick_nobody(void *unused)
{
    (void)unused;
    run(pick_nobody);
}

static void to_pick_of_nobody_is_a_mistake(void **state)
{
    (void)state;
    assert_int_equal(fake_child(run_pick_nobody, NULL).end, FAKE_ABORTED);
    assert_string_equal(fake_log(),
                        "test: task 'main': mirage_pick of an empty group\n");
}

/* ---- within ---- */

static enum mirage_error within_two_seconds(void *letter)
{
    return mirage_within(MIRAGE_SEC(2), sleep_by_letter, letter);
}

static void who_ends_in_time_is_not_disturbed(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(within_two_seconds, "b"), MIRAGE_OK);
    assert_string_equal(story, "b");
    assert_int_equal(mirage_now(), MIRAGE_SEC(1));
}

static void who_is_late_is_cancelled(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(within_two_seconds, "f"), MIRAGE_TIMED_OUT);
    assert_string_equal(story, "*");
    assert_int_equal(mirage_now(), MIRAGE_SEC(2));
}

static enum mirage_error fail_within(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_SEC(1), fail_first, NULL);
}

static void an_error_within_the_time_is_passed_on(void **state)
{
    (void)state;
    assert_int_equal(run(fail_within), MIRAGE_REFUSED);
}

static enum mirage_error end_late(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_SEC(1), ignore_cancel, NULL);
}

static void a_late_result_counts(void **state)
{
    (void)state;
    assert_int_equal(run(end_late), MIRAGE_EXISTS);
    assert_int_equal(mirage_now(), MIRAGE_SEC(4));
}

/* The work and the deadline are over at once, before either is looked at. */
static enum mirage_error work_too_long(void *unused)
{
    (void)unused;
    fake_advance(MIRAGE_SEC(5));
    return MIRAGE_OK;
}

static enum mirage_error work_within(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_SEC(1), work_too_long, NULL);
}

static void who_never_waits_is_never_late(void **state)
{
    (void)state;
    assert_int_equal(run(work_within), MIRAGE_OK);
}

static enum mirage_error no_time(void *unused)
{
    (void)unused;
    return mirage_within(0, sleep_by_letter, "b");
}

static void no_time_is_enough_until_the_first_wait(void **state)
{
    (void)state;
    assert_int_equal(run(no_time), MIRAGE_TIMED_OUT);
    assert_string_equal(story, "*");
    assert_int_equal(mirage_now(), 0);
}

static enum mirage_error no_limit(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_NEVER, sleep_by_letter, "z");
}

static void never_is_no_limit(void **state)
{
    (void)state;
    assert_int_equal(run(no_limit), MIRAGE_OK);
    assert_string_equal(story, "z");
}

static enum mirage_error inner(void *unused)
{
    (void)unused;
    return tell_end(within_two_seconds("z"), 'i');
}

static enum mirage_error outer(void *ms)
{
    return mirage_within(MIRAGE_MS((uintptr_t)ms), inner, NULL);
}

static void the_shorter_of_nested_limits_counts(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(outer, (void *)3000), MIRAGE_TIMED_OUT);
    assert_string_equal(story, "*#");
    assert_int_equal(mirage_now(), MIRAGE_SEC(2));

    new_story(NULL);
    assert_int_equal(mirage_run(outer, (void *)1000), MIRAGE_TIMED_OUT);
    assert_string_equal(story, "**");
    assert_int_equal(mirage_now(), MIRAGE_SEC(1));
}

static enum mirage_error tell_name(void *unused)
{
    (void)unused;
    assert_string_equal(mirage_task_name(), "main");
    return MIRAGE_OK;
}

static enum mirage_error name_within(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_SEC(1), tell_name, NULL);
}

static void within_runs_under_the_name_of_its_caller(void **state)
{
    (void)state;
    assert_int_equal(run(name_within), MIRAGE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(pick_takes_the_first_and_cancels_the_others),
        story_test(a_failure_may_be_first),
        story_test(who_ended_before_the_pick_counts),
        story_test(any_of_many_may_be_first),
        story_test(of_equal_deadlines_the_older_wins),
        story_test(pick_waits_until_the_others_have_cleaned_up),
        story_test(to_pick_of_nobody_is_a_mistake),
        story_test(who_ends_in_time_is_not_disturbed),
        story_test(who_is_late_is_cancelled),
        story_test(an_error_within_the_time_is_passed_on),
        story_test(a_late_result_counts),
        story_test(who_never_waits_is_never_late),
        story_test(no_time_is_enough_until_the_first_wait),
        story_test(never_is_no_limit),
        story_test(the_shorter_of_nested_limits_counts),
        story_test(within_runs_under_the_name_of_its_caller),
    };

    return cmocka_run_group_tests_name("pick", tests, NULL, NULL);
}
