/* Cancellation: it ends every kind of wait, and nothing else is lost. */
#include "story_test.h"

/* ---- in every kind of wait ---- */

static struct mirage_queue queue;
static struct mirage_mailbox box;
static int something;

static enum mirage_error do_sleep(void *unused)
{
    (void)unused;
    return mirage_sleep(MIRAGE_SEC(1));
}

static enum mirage_error do_sleep_for_ever(void *unused)
{
    (void)unused;
    return mirage_sleep(MIRAGE_NEVER);
}

static enum mirage_error do_yield(void *unused)
{
    (void)unused;
    return mirage_yield();
}

static enum mirage_error do_wait(void *unused)
{
    (void)unused;
    return mirage_wait(&queue, MIRAGE_NEVER);
}

static enum mirage_error do_wait_till(void *unused)
{
    (void)unused;
    return mirage_wait(&queue, MIRAGE_SEC(1));
}

static enum mirage_error do_wait_device(void *unused)
{
    (void)unused;
    return mirage_wait_device(0, MIRAGE_NEVER);
}

static enum mirage_error do_take(void *unused)
{
    void *item;

    (void)unused;
    return mirage_take(&box, &item);
}

static enum mirage_error do_put(void *unused)
{
    static struct mirage_mailbox full;

    (void)unused;
    full.item = &something;
    return mirage_put(&full, &something);
}

static enum mirage_error do_join(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, do_sleep, NULL);
    return mirage_join(&group);
}

static enum mirage_error do_pick(void *unused)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    (void)unused;
    mirage_spawn(&group, do_sleep, NULL);
    mirage_spawn(&group, do_sleep, NULL);
    mirage_pick(&group, &error);
    return error;
}

static enum mirage_error do_within(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_MS(500), do_sleep, NULL);
}

static enum mirage_error do_within_never(void *unused)
{
    (void)unused;
    return mirage_within(MIRAGE_NEVER, do_sleep, NULL);
}

static mirage_task_fn *const waits[] = {
    do_sleep,     do_sleep_for_ever, do_yield,  do_wait,
    do_wait_till, do_wait_device,    do_take,   do_put,
    do_join,      do_pick,           do_within, do_within_never,
};

enum { WAITS = sizeof(waits) / sizeof(waits[0]) };

static enum mirage_error results[WAITS];

static enum mirage_error keep_result(void *wait)
{
    mirage_task_fn *const *fn = wait;

    return results[fn - waits] = (*fn)(NULL);
}

static enum mirage_error wait_in_every_way(struct mirage_group *group)
{
    for (size_t i = 0; i < WAITS; i++) {
        results[i] = MIRAGE_FAILED;
        mirage_spawn(group, keep_result, (void *)&waits[i]);
    }
    return mirage_yield();
}

static enum mirage_error cancel_waiting(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    assert_int_equal(wait_in_every_way(&group), MIRAGE_OK);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void cancelling_ends_every_kind_of_wait(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_waiting), MIRAGE_CANCELLED);
    for (size_t i = 0; i < WAITS; i++)
        assert_int_equal(results[i], MIRAGE_CANCELLED);
    assert_int_equal(mirage_now(), 0);
    assert_null(queue.head);
    assert_null(box.takers.head);
}

static enum mirage_error cancel_unstarted(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (size_t i = 0; i < WAITS; i++) {
        results[i] = MIRAGE_FAILED;
        mirage_spawn(&group, keep_result, (void *)&waits[i]);
    }
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void a_cancelled_task_cannot_begin_any_wait(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_unstarted), MIRAGE_CANCELLED);
    for (size_t i = 0; i < WAITS; i++)
        assert_int_equal(results[i], MIRAGE_CANCELLED);
    assert_int_equal(mirage_now(), 0);
    assert_null(queue.head);
}

static enum mirage_error wait_again(void *unused)
{
    (void)unused;
    assert_int_equal(do_sleep(NULL), MIRAGE_CANCELLED);
    for (size_t i = 0; i < WAITS; i++)
        assert_int_equal(waits[i](NULL), MIRAGE_CANCELLED);
    tell('.');
    return MIRAGE_OK;
}

static enum mirage_error cancel_stubborn(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, wait_again, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void all_waits_after_the_cancelled_one_fail_too(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_stubborn), MIRAGE_OK);
    assert_string_equal(story, ".");
}

/* ---- groups ---- */

static enum mirage_error sleep_as(void *letter)
{
    enum mirage_error error = mirage_sleep(MIRAGE_SEC(1));

    tell(*(const char *)letter);
    return error;
}

static enum mirage_error cancel_three(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, sleep_as, "a");
    mirage_spawn(&group, sleep_as, "b");
    mirage_spawn(&group, sleep_as, "c");
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void the_newest_task_is_cancelled_first(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_three), MIRAGE_CANCELLED);
    assert_string_equal(story, "cba");
}

static enum mirage_error spawn_into_cancelled(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_cancel(&group);
    mirage_spawn(&group, do_sleep, NULL);
    assert_int_equal(mirage_join(&group), MIRAGE_CANCELLED);
    assert_int_equal(mirage_now(), 0);
    mirage_spawn(&group, do_sleep, NULL); /* the join made it new */
    return mirage_join(&group);
}

static void a_group_stays_cancelled_until_it_is_joined(void **state)
{
    (void)state;
    assert_int_equal(run(spawn_into_cancelled), MIRAGE_OK);
    assert_int_equal(mirage_now(), MIRAGE_SEC(1));
}

static enum mirage_error nest(void *depth)
{
    struct mirage_group group = {0};
    enum mirage_error error;

    if (!depth)
        return sleep_as("0");
    mirage_spawn(&group, nest, (void *)((uintptr_t)depth - 1));
    mirage_spawn(&group, do_sleep, NULL);
    error = mirage_join(&group);
    tell('0' + (uintptr_t)depth);
    return error;
}

static enum mirage_error cancel_nested(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, nest, (void *)4);
    for (int i = 0; i < 10; i++)
        assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void a_cancelled_join_hands_it_on_and_waits_for_the_end(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_nested), MIRAGE_CANCELLED);
    assert_string_equal(story, "01234");
    assert_int_equal(mirage_now(), 0);
}

static enum mirage_error spawn_when_cancelled(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    assert_int_equal(do_sleep(NULL), MIRAGE_CANCELLED);
    mirage_spawn(&group, sleep_as, "a");
    return tell_end(mirage_join(&group), '.');
}

static enum mirage_error cancel_spawner(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, spawn_when_cancelled, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void tasks_of_a_cancelled_task_are_cancelled(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_spawner), MIRAGE_CANCELLED);
    assert_string_equal(story, "a*");
    assert_int_equal(mirage_now(), 0);
}

static enum mirage_error cancel_own_group(void *group)
{
    mirage_cancel(group);
    return tell_end(do_sleep(NULL), '.');
}

static enum mirage_error join_suicidal(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, do_sleep, NULL);
    mirage_spawn(&group, cancel_own_group, &group);
    return mirage_join(&group);
}

static void a_task_can_cancel_its_own_group(void **state)
{
    (void)state;
    assert_int_equal(run(join_suicidal), MIRAGE_CANCELLED);
    assert_string_equal(story, "*");
    assert_int_equal(mirage_now(), 0);
}

static enum mirage_error cancel_nobody(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void an_empty_group_can_be_cancelled(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_nobody), MIRAGE_OK);
}

/* ---- nothing is lost ---- */

static enum mirage_error wait_and_tell(void *unused)
{
    (void)unused;
    return tell_end(mirage_wait(&queue, MIRAGE_NEVER), 'w');
}

static enum mirage_error wake_and_cancel(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, wait_and_tell, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_wake(&queue);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void a_wait_that_is_over_keeps_its_result(void **state)
{
    (void)state;
    assert_int_equal(run(wake_and_cancel), MIRAGE_OK);
    assert_string_equal(story, "w");
}

static enum mirage_error cancel_and_wake(void *unused)
{
    struct mirage_group first = {0}, second = {0};

    (void)unused;
    mirage_spawn(&first, wait_and_tell, NULL);
    mirage_spawn(&second, wait_and_tell, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&first);
    mirage_wake(&queue);
    assert_int_equal(mirage_join(&first), MIRAGE_CANCELLED);
    return mirage_join(&second);
}

static void a_cancelled_task_takes_no_wake_from_others(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_and_wake), MIRAGE_OK);
    assert_string_equal(story, "*w");
}

static enum mirage_error take_letter(void *unused)
{
    void *item = "?";
    enum mirage_error error = mirage_take(&box, &item);

    (void)unused;
    return tell_end(error, *(const char *)item);
}

static enum mirage_error put_letter(void *letter)
{
    return tell_end(mirage_put(&box, letter), 'p');
}

static enum mirage_error cancel_taker(void *unused)
{
    struct mirage_group first = {0}, second = {0};

    (void)unused;
    mirage_spawn(&first, take_letter, NULL);
    mirage_spawn(&second, take_letter, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&first);
    assert_int_equal(mirage_put(&box, "a"), MIRAGE_OK);
    assert_int_equal(mirage_join(&first), MIRAGE_CANCELLED);
    return mirage_join(&second);
}

static void an_item_goes_past_a_cancelled_taker(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_taker), MIRAGE_OK);
    assert_string_equal(story, "*a");
}

static enum mirage_error cancel_served_taker(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, take_letter, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    assert_int_equal(mirage_put(&box, "a"), MIRAGE_OK);
    mirage_cancel(&group);
    return mirage_join(&group);
}

static void an_item_that_is_handed_over_is_kept(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_served_taker), MIRAGE_OK);
    assert_string_equal(story, "a");
}

static enum mirage_error cancel_putter(void *unused)
{
    struct mirage_group group = {0};
    void *item;

    (void)unused;
    assert_int_equal(mirage_put(&box, "a"), MIRAGE_OK);
    mirage_spawn(&group, put_letter, "b");
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&group);
    assert_int_equal(mirage_take(&box, &item), MIRAGE_OK);
    assert_string_equal(item, "a");
    assert_null(box.item);
    return mirage_join(&group);
}

static void the_item_of_a_cancelled_putter_stays_its_own(void **state)
{
    (void)state;
    assert_int_equal(run(cancel_putter), MIRAGE_CANCELLED);
    assert_string_equal(story, "*");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(cancelling_ends_every_kind_of_wait),
        story_test(a_cancelled_task_cannot_begin_any_wait),
        story_test(all_waits_after_the_cancelled_one_fail_too),
        story_test(the_newest_task_is_cancelled_first),
        story_test(a_group_stays_cancelled_until_it_is_joined),
        story_test(a_cancelled_join_hands_it_on_and_waits_for_the_end),
        story_test(tasks_of_a_cancelled_task_are_cancelled),
        story_test(a_task_can_cancel_its_own_group),
        story_test(an_empty_group_can_be_cancelled),
        story_test(a_wait_that_is_over_keeps_its_result),
        story_test(a_cancelled_task_takes_no_wake_from_others),
        story_test(an_item_goes_past_a_cancelled_taker),
        story_test(an_item_that_is_handed_over_is_kept),
        story_test(the_item_of_a_cancelled_putter_stays_its_own),
    };

    return cmocka_run_group_tests_name("cancel", tests, NULL, NULL);
}
