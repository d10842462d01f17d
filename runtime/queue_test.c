/* Queues of waiting tasks, and waits for devices. */
#include "story_test.h"

static struct mirage_queue queue;

static enum mirage_error wait_as(void *letter)
{
    return tell_end(mirage_wait(&queue, MIRAGE_NEVER), *(const char *)letter);
}

static void spawn_waiting(struct mirage_group *group, const char *letters)
{
    for (; *letters; letters++)
        mirage_spawn(group, wait_as, (void *)letters);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
}

static enum mirage_error wake_one_by_one(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    spawn_waiting(&group, "abc");
    for (int i = 0; i < 3; i++) {
        mirage_wake(&queue);
        tell('.');
        assert_int_equal(mirage_yield(), MIRAGE_OK);
    }
    return mirage_join(&group);
}

static void wake_wakes_the_one_that_waits_longest(void **state)
{
    (void)state;
    assert_int_equal(run(wake_one_by_one), MIRAGE_OK);
    assert_string_equal(story, ".a.b.c");
}

static enum mirage_error wake_everyone(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    spawn_waiting(&group, "abcde");
    mirage_wake_all(&queue);
    return mirage_join(&group);
}

static void wake_all_wakes_in_the_order_they_came(void **state)
{
    (void)state;
    assert_int_equal(run(wake_everyone), MIRAGE_OK);
    assert_string_equal(story, "abcde");
}

static enum mirage_error wake_nobody(void *unused)
{
    (void)unused;
    mirage_wake(&queue);
    mirage_wake_all(&queue);
    return mirage_wait(&queue, MIRAGE_SEC(1));
}

static void a_wake_is_not_kept_for_later(void **state)
{
    (void)state;
    assert_int_equal(run(wake_nobody), MIRAGE_TIMED_OUT);
    assert_int_equal(mirage_now(), MIRAGE_SEC(1));
}

static enum mirage_error wait_in_the_past(void *unused)
{
    (void)unused;
    fake_advance(MIRAGE_SEC(5));
    return mirage_wait(&queue, MIRAGE_SEC(1));
}

static void a_deadline_in_the_past_is_late_at_once(void **state)
{
    (void)state;
    assert_int_equal(run(wait_in_the_past), MIRAGE_TIMED_OUT);
    assert_int_equal(mirage_now(), MIRAGE_SEC(5));
}

static enum mirage_error wait_till(void *second)
{
    uint64_t deadline = MIRAGE_SEC(*(const char *)second - '0');

    return tell_end(mirage_wait(&queue, deadline), *(const char *)second);
}

static enum mirage_error wake_after_time_outs(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (const char *second = "19285"; *second; second++)
        mirage_spawn(&group, wait_till, (void *)second);
    assert_int_equal(mirage_sleep(MIRAGE_SEC(3)), MIRAGE_OK);
    mirage_wake_all(&queue);
    return mirage_join(&group);
}

static void who_timed_out_has_left_the_queue(void **state)
{
    (void)state;
    assert_int_equal(run(wake_after_time_outs), MIRAGE_TIMED_OUT);
    assert_string_equal(story, "##985");
    assert_int_equal(mirage_now(), MIRAGE_SEC(3));
}

/* A condition: wait until something is so. */
static enum mirage_error wait_until_five(void *number)
{
    enum mirage_error error = MIRAGE_OK;

    while (!error && *(int *)number < 5)
        error = mirage_wait(&queue, MIRAGE_NEVER);
    return tell_end(error, '5');
}

static enum mirage_error count_to_five(void *unused)
{
    struct mirage_group group = {0};
    int number = 0;

    (void)unused;
    mirage_spawn(&group, wait_until_five, &number);
    mirage_spawn(&group, wait_until_five, &number);
    while (number < 5) {
        assert_int_equal(mirage_yield(), MIRAGE_OK);
        number++;
        tell('+');
        mirage_wake_all(&queue);
    }
    return mirage_join(&group);
}

static void a_queue_serves_as_a_condition(void **state)
{
    (void)state;
    assert_int_equal(run(count_to_five), MIRAGE_OK);
    assert_string_equal(story, "+++++55");
}

/* ---- devices ---- */

static const struct mirage_net_info plain = {.mtu = 1500};

/* Waits for the device, by number, and reads what arrived. */
static enum mirage_error read_one(void *number)
{
    unsigned handle = *(const char *)number - '0';
    char byte[1];
    struct mirage_frame frame = {(uint8_t *)byte, 1, 0, 0, 0};
    size_t received;
    enum mirage_error error = mirage_wait_device(handle, MIRAGE_SEC(9));

    if (!error)
        error = mirage_platform_net_read(handle, &frame, 1, &received);
    return tell_end(error, byte[0]);
}

static enum mirage_error read_both(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, read_one, "0");
    mirage_spawn(&group, read_one, "1");
    return mirage_join(&group);
}

static void add_two_nets(void)
{
    fake_add_net("zero", plain);
    fake_add_net("one", plain);
}

static void a_device_that_can_be_read_wakes_its_reader(void **state)
{
    (void)state;
    add_two_nets();
    fake_arrive("one", MIRAGE_SEC(1), "a", 1);
    fake_arrive("zero", MIRAGE_SEC(2), "b", 1);
    assert_int_equal(run(read_both), MIRAGE_OK);
    assert_string_equal(story, "ab");
    assert_int_equal(mirage_now(), MIRAGE_SEC(2));
}

static void devices_that_can_be_read_together_are_served_together(void **state)
{
    (void)state;
    add_two_nets();
    fake_arrive("one", MIRAGE_SEC(1), "a", 1);
    fake_arrive("zero", MIRAGE_SEC(1), "b", 1);
    assert_int_equal(run(read_both), MIRAGE_OK);
    assert_string_equal(story, "ba");
    assert_int_equal(fake_yields(), 1);
}

static void a_wait_for_a_silent_device_ends_at_its_deadline(void **state)
{
    (void)state;
    add_two_nets();
    fake_arrive("one", MIRAGE_SEC(1), "a", 1);
    assert_int_equal(run(read_both), MIRAGE_TIMED_OUT);
    assert_string_equal(story, "a#");
    assert_int_equal(mirage_now(), MIRAGE_SEC(9));
}

static enum mirage_error sleep_beside_device(void *unused)
{
    (void)unused;
    return mirage_sleep(MIRAGE_SEC(5));
}

static void a_device_nobody_waits_for_does_not_end_other_waits(void **state)
{
    (void)state;
    add_two_nets();
    fake_arrive("one", MIRAGE_SEC(1), "a", 1);
    assert_int_equal(run(sleep_beside_device), MIRAGE_OK);
    assert_int_equal(fake_yields(), 1);
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

static enum mirage_error read_beside_busy_task(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, yield_until_told, NULL);
    mirage_spawn(&group, read_one, "1");
    return mirage_join(&group);
}

static void busy_tasks_do_not_keep_devices_waiting(void **state)
{
    (void)state;
    add_two_nets();
    fake_arrive("one", MIRAGE_SEC(1), "a", 1);
    assert_int_equal(run(read_beside_busy_task), MIRAGE_OK);
    assert_string_equal(story, "a");
    assert_true(mirage_now() < MIRAGE_SEC(2));
}

/* A reader that was cancelled, and has not run since, is none any more. */
static enum mirage_error replace_reader(void *unused)
{
    struct mirage_group first = {0};

    (void)unused;
    mirage_spawn(&first, read_one, "1");
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    mirage_cancel(&first);
    read_one("1");
    assert_int_equal(mirage_join(&first), MIRAGE_CANCELLED);
    return MIRAGE_OK;
}

static void a_device_can_be_taken_over_from_a_cancelled_reader(void **state)
{
    (void)state;
    add_two_nets();
    fake_arrive("one", MIRAGE_SEC(1), "a", 1);
    assert_int_equal(run(replace_reader), MIRAGE_OK);
    assert_string_equal(story, "*a");
}

static enum mirage_error read_twice(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, read_one, "1");
    mirage_spawn(&group, read_one, "1");
    return mirage_join(&group);
}

static void run_read_twice(void *unused)
{
    (void)unused;
    run(read_twice);
}

static void two_readers_of_one_device_are_a_mistake(void **state)
{
    (void)state;
    add_two_nets();
    assert_int_equal(fake_child(run_read_twice, NULL).end, FAKE_ABORTED);
    assert_string_equal(fake_log(),
                        "test: task 'read_one': waits for a device for which "
                        "another task waits\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(wake_wakes_the_one_that_waits_longest),
        story_test(wake_all_wakes_in_the_order_they_came),
        story_test(a_wake_is_not_kept_for_later),
        story_test(a_deadline_in_the_past_is_late_at_once),
        story_test(who_timed_out_has_left_the_queue),
        story_test(a_queue_serves_as_a_condition),
        story_test(a_device_that_can_be_read_wakes_its_reader),
        story_test(devices_that_can_be_read_together_are_served_together),
        story_test(a_wait_for_a_silent_device_ends_at_its_deadline),
        story_test(a_device_nobody_waits_for_does_not_end_other_waits),
        story_test(busy_tasks_do_not_keep_devices_waiting),
        story_test(a_device_can_be_taken_over_from_a_cancelled_reader),
        story_test(two_readers_of_one_device_are_a_mistake),
    };

    return cmocka_run_group_tests_name("queue", tests, NULL, NULL);
}
