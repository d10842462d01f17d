/* Tasks that are spawned, joined, sleep and yield. */
#include "story_test.h"

enum { MANY = 10000 };

/* ---- join ---- */

/* Sleeps a second for 'b', two for 'c', and so on. */
static enum mirage_error sleep_by_letter(void *letter)
{
    char c = *(const char *)letter;

    return tell_end(mirage_sleep(MIRAGE_SEC(c - 'a')), c);
}

static enum mirage_error join_sleepers(void *unused)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    (void)unused;
    mirage_spawn(&group, sleep_by_letter, "d");
    mirage_spawn(&group, sleep_by_letter, "b");
    mirage_spawn(&group, sleep_by_letter, "c");
    error = mirage_join(&group);
    return tell_end(error, '.');
}

static void join_waits_for_all(void **state)
{
    (void)state;
    assert_int_equal(run(join_sleepers), MIRAGE_OK);
    assert_string_equal(story, "bcd.");
    assert_int_equal(mirage_now(), MIRAGE_SEC(3));
}

static enum mirage_error fail_by_letter(void *letter)
{
    sleep_by_letter(letter);
    return *(const char *)letter == 'b' ? MIRAGE_CORRUPT : MIRAGE_NO_SPACE;
}

static enum mirage_error join_failures(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, sleep_by_letter, "a");
    mirage_spawn(&group, fail_by_letter, "c");
    mirage_spawn(&group, fail_by_letter, "b");
    return mirage_join(&group);
}

static void join_returns_the_first_error_and_waits_for_all(void **state)
{
    (void)state;
    assert_int_equal(run(join_failures), MIRAGE_CORRUPT);
    assert_string_equal(story, "abc");
}

static enum mirage_error join_nobody(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    return mirage_join(&group);
}

static void an_empty_group_is_joined_at_once(void **state)
{
    (void)state;
    assert_int_equal(run(join_nobody), MIRAGE_OK);
    assert_int_equal(fake_yields(), 0);
}

static enum mirage_error join_twice(void *unused)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    (void)unused;
    mirage_spawn(&group, fail_by_letter, "b");
    error = mirage_join(&group);
    assert_int_equal(error, MIRAGE_CORRUPT);
    mirage_spawn(&group, sleep_by_letter, "c");
    return mirage_join(&group);
}

static void a_joined_group_can_be_used_again(void **state)
{
    (void)state;
    assert_int_equal(run(join_twice), MIRAGE_OK);
    assert_string_equal(story, "bc");
}

/* ---- spawn ---- */

static enum mirage_error tell_letter(void *letter)
{
    tell(*(const char *)letter);
    return MIRAGE_OK;
}

static enum mirage_error spawn_and_work(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, tell_letter, "1");
    mirage_spawn(&group, tell_letter, "2");
    tell('a');
    return tell_end(mirage_join(&group), 'b');
}

static void a_task_first_runs_when_its_maker_waits(void **state)
{
    (void)state;
    assert_int_equal(run(spawn_and_work), MIRAGE_OK);
    assert_string_equal(story, "a12b");
}

static enum mirage_error spawn_sibling(void *group)
{
    mirage_spawn(group, tell_letter, "2");
    tell('1');
    return MIRAGE_OK;
}

static enum mirage_error join_growing_group(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, spawn_sibling, &group);
    return tell_end(mirage_join(&group), '.');
}

static void join_waits_for_those_spawned_meanwhile(void **state)
{
    (void)state;
    assert_int_equal(run(join_growing_group), MIRAGE_OK);
    assert_string_equal(story, "12.");
}

static enum mirage_error join_inner(void *letter)
{
    struct mirage_group group = {0};

    if (*(const char *)letter == 'e')
        return tell_letter("e");
    mirage_spawn(&group, join_inner, (char *)letter + 1);
    mirage_spawn(&group, sleep_by_letter, (char *)letter);
    return tell_end(mirage_join(&group), '.');
}

static void groups_can_be_nested(void **state)
{
    (void)state;
    assert_int_equal(mirage_run(join_inner, "bcde"), MIRAGE_OK);
    assert_string_equal(story, "ebcd...");
}

static enum mirage_error spawn_from_array(void *unused)
{
    struct mirage_group group = {0};
    char letters[] = "abc";

    (void)unused;
    for (int i = 0; i < 3; i++)
        mirage_spawn(&group, tell_letter, &letters[i]);
    return mirage_join(&group);
}

static void tasks_may_use_variables_of_their_maker(void **state)
{
    (void)state;
    assert_int_equal(run(spawn_from_array), MIRAGE_OK);
    assert_string_equal(story, "abc");
}

static enum mirage_error check_name(void *name)
{
    assert_string_equal(mirage_task_name(), name);
    return mirage_yield();
}

static enum mirage_error spawn_named(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    assert_string_equal(mirage_task_name(), "main");
    mirage_spawn(&group, check_name, "check_name");
    mirage_spawn_named(&group, "Bob", MIRAGE_STACK_SIZE, check_name, "Bob");
    assert_int_equal(mirage_join(&group), MIRAGE_OK);
    assert_string_equal(mirage_task_name(), "main");
    return MIRAGE_OK;
}

static void a_task_is_named_after_its_function(void **state)
{
    (void)state;
    assert_int_equal(run(spawn_named), MIRAGE_OK);
}

/* ---- sleep and yield ---- */

static enum mirage_error sleep_an_hour(void *unused)
{
    (void)unused;
    return mirage_sleep(MIRAGE_SEC(3600));
}

static void a_sleep_lasts_as_long_as_asked(void **state)
{
    (void)state;
    assert_int_equal(run(sleep_an_hour), MIRAGE_OK);
    assert_int_equal(mirage_now(), MIRAGE_SEC(3600));
    assert_int_equal(fake_yields(), 1);
}

static enum mirage_error sleep_a_second(void *letter)
{
    return tell_end(mirage_sleep(MIRAGE_SEC(1)), *(const char *)letter);
}

static enum mirage_error sleep_together(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (const char *letter = "abcdef"; *letter; letter++)
        mirage_spawn(&group, sleep_a_second, (void *)letter);
    return mirage_join(&group);
}

static void equal_sleeps_end_in_the_order_they_began(void **state)
{
    (void)state;
    assert_int_equal(run(sleep_together), MIRAGE_OK);
    assert_string_equal(story, "abcdef");
}

static enum mirage_error work_past_deadlines(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, sleep_by_letter, "c");
    mirage_spawn(&group, sleep_by_letter, "b");
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    fake_advance(MIRAGE_SEC(10));
    return tell_end(mirage_join(&group), '.');
}

static void late_sleepers_wake_in_the_order_of_their_deadlines(void **state)
{
    (void)state;
    assert_int_equal(run(work_past_deadlines), MIRAGE_OK);
    assert_string_equal(story, "bc.");
    assert_int_equal(mirage_now(), MIRAGE_SEC(10));
}

static enum mirage_error sleep_for_nothing(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, tell_letter, "a");
    tell_end(mirage_sleep(0), 'b');
    return mirage_join(&group);
}

static void a_sleep_of_no_time_lets_others_run(void **state)
{
    (void)state;
    assert_int_equal(run(sleep_for_nothing), MIRAGE_OK);
    assert_string_equal(story, "ab");
    assert_int_equal(mirage_now(), 0);
}

static enum mirage_error yield_often(void *letter)
{
    for (int i = 0; i < 3; i++)
        tell_end(mirage_yield(), *(const char *)letter);
    return MIRAGE_OK;
}

static enum mirage_error yield_together(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, yield_often, "a");
    mirage_spawn(&group, yield_often, "b");
    return mirage_join(&group);
}

static void tasks_that_yield_take_turns(void **state)
{
    (void)state;
    assert_int_equal(run(yield_together), MIRAGE_OK);
    assert_string_equal(story, "ababab");
}

static enum mirage_error yield_until_told(void *unused)
{
    (void)unused;
    for (int i = 0; !*story; i++) {
        assert_true(i < 1000);
        fake_advance(MIRAGE_MS(10));
        assert_int_equal(mirage_yield(), MIRAGE_OK);
    }
    return MIRAGE_OK;
}

static enum mirage_error sleep_beside_busy_task(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, yield_until_told, NULL);
    mirage_spawn(&group, sleep_by_letter, "b");
    return mirage_join(&group);
}

static void busy_tasks_do_not_keep_sleepers_asleep(void **state)
{
    (void)state;
    assert_int_equal(run(sleep_beside_busy_task), MIRAGE_OK);
    assert_string_equal(story, "b");
    assert_true(mirage_now() < MIRAGE_SEC(2));
}

/* ---- many ---- */

static enum mirage_error sleep_and_count(void *count)
{
    enum mirage_error error = mirage_sleep(MIRAGE_SEC(60));

    ++*(int *)count;
    return error;
}

static enum mirage_error ten_thousand_sleep(void *unused)
{
    struct mirage_group group = {0};
    int count = 0;

    (void)unused;
    for (int i = 0; i < MANY; i++)
        mirage_spawn_named(&group, "sleeper", 16384, sleep_and_count, &count);
    assert_int_equal(mirage_join(&group), MIRAGE_OK);
    assert_int_equal(count, MANY);
    return MIRAGE_OK;
}

static void ten_thousand_tasks_can_sleep(void **state)
{
    (void)state;
    assert_int_equal(run(ten_thousand_sleep), MIRAGE_OK);
    assert_int_equal(mirage_now(), MIRAGE_SEC(60));
    assert_int_equal(fake_stacks_in_use(), 0);
}

/* ---- mistakes ---- */

static enum mirage_error forget_to_join(void *unused)
{
    static struct mirage_group group;

    (void)unused;
    mirage_spawn(&group, sleep_an_hour, NULL);
    return MIRAGE_OK;
}

static void run_forgetful(void *unused)
{
    (void)unused;
    run(forget_to_join);
}

static void a_group_that_is_not_joined_is_a_mistake(void **state)
{
    struct fake_result result = fake_child(run_forgetful, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_ABORTED);
    assert_string_equal(fake_log(),
                        "test: task 'main': ends before a task that it "
                        "spawned: a group was not joined\n");
}

static enum mirage_error join_own_group(void *group)
{
    return mirage_join(group);
}

static enum mirage_error spawn_narcissist(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, join_own_group, &group);
    return mirage_sleep(MIRAGE_SEC(1));
}

static void run_narcissist(void *unused)
{
    (void)unused;
    run(spawn_narcissist);
}

static void to_join_the_own_group_is_a_mistake(void **state)
{
    struct fake_result result = fake_child(run_narcissist, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'join_own_group': waits for "
                                    "the group that it is part of\n");
}

static enum mirage_error join_group_of_others(void *unused)
{
    struct mirage_group sleepers = {0}, joiners = {0};

    (void)unused;
    mirage_spawn(&sleepers, sleep_an_hour, NULL);
    mirage_spawn(&joiners, join_own_group, &sleepers);
    mirage_spawn(&joiners, join_own_group, &sleepers);
    return mirage_join(&joiners);
}

static void run_two_joiners(void *unused)
{
    (void)unused;
    run(join_group_of_others);
}

static void two_joins_of_one_group_are_a_mistake(void **state)
{
    struct fake_result result = fake_child(run_two_joiners, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'join_own_group': waits for a "
                                    "group for which another task waits\n");
}

static void sleep_outside(void *unused)
{
    (void)unused;
    assert_int_equal(mirage_sleep(1), MIRAGE_OK);
}

static void a_wait_outside_of_tasks_is_a_mistake(void **state)
{
    struct fake_result result = fake_child(sleep_outside, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'main': a wait before the "
                                    "start or after the end\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(join_waits_for_all),
        story_test(join_returns_the_first_error_and_waits_for_all),
        story_test(an_empty_group_is_joined_at_once),
        story_test(a_joined_group_can_be_used_again),
        story_test(a_task_first_runs_when_its_maker_waits),
        story_test(join_waits_for_those_spawned_meanwhile),
        story_test(groups_can_be_nested),
        story_test(tasks_may_use_variables_of_their_maker),
        story_test(a_task_is_named_after_its_function),
        story_test(a_sleep_lasts_as_long_as_asked),
        story_test(equal_sleeps_end_in_the_order_they_began),
        story_test(late_sleepers_wake_in_the_order_of_their_deadlines),
        story_test(a_sleep_of_no_time_lets_others_run),
        story_test(tasks_that_yield_take_turns),
        story_test(busy_tasks_do_not_keep_sleepers_asleep),
        story_test(ten_thousand_tasks_can_sleep),
        story_test(a_group_that_is_not_joined_is_a_mistake),
        story_test(to_join_the_own_group_is_a_mistake),
        story_test(two_joins_of_one_group_are_a_mistake),
        story_test(a_wait_outside_of_tasks_is_a_mistake),
    };

    return cmocka_run_group_tests_name("task", tests, NULL, NULL);
}
