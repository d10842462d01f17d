#include "story_test.h"

enum { MANY = 20, ITEMS = 100 };

static struct mirage_mailbox box;

static enum mirage_error put_letters(void *letters)
{
    enum mirage_error error = MIRAGE_OK;

    for (char *letter = letters; *letter && !error; letter++)
        error = mirage_put(&box, letter);
    return error;
}

static enum mirage_error take_one(void *unused)
{
    void *item = "?";
    enum mirage_error error = mirage_take(&box, &item);

    (void)unused;
    return tell_end(error, *(const char *)item);
}

static enum mirage_error take_five(void *unused)
{
    enum mirage_error error = MIRAGE_OK;

    for (int i = 0; i < 5 && !error; i++)
        error = take_one(unused);
    return error;
}

static enum mirage_error put_and_take(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, put_letters, "abcde");
    mirage_spawn(&group, take_five, NULL);
    return mirage_join(&group);
}

static void items_are_taken_in_the_order_they_were_put(void **state)
{
    (void)state;
    assert_int_equal(run(put_and_take), MIRAGE_OK);
    assert_string_equal(story, "abcde");
    assert_null(box.item);
}

static enum mirage_error put_then_take(void *unused)
{
    void *item;

    (void)unused;
    assert_int_equal(mirage_put(&box, "a"), MIRAGE_OK);
    assert_int_equal(mirage_take(&box, &item), MIRAGE_OK);
    assert_string_equal(item, "a");
    return MIRAGE_OK;
}

static void an_empty_box_is_filled_without_a_wait(void **state)
{
    (void)state;
    assert_int_equal(run(put_then_take), MIRAGE_OK);
    assert_int_equal(fake_yields(), 0);
}

static enum mirage_error putters_in_a_row(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (const char *letters = "a\0b\0c\0d\0e\0"; *letters; letters += 2)
        mirage_spawn(&group, put_letters, (void *)letters);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    assert_int_equal(take_five(NULL), MIRAGE_OK);
    return mirage_join(&group);
}

static void putters_are_served_in_the_order_they_came(void **state)
{
    (void)state;
    assert_int_equal(run(putters_in_a_row), MIRAGE_OK);
    assert_string_equal(story, "abcde");
}

/* A taker that comes later does not snatch the item from one that waits. */
static enum mirage_error late_taker(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, take_one, NULL);
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    assert_int_equal(mirage_put(&box, "a"), MIRAGE_OK);
    mirage_spawn(&group, put_letters, "b");
    take_one(NULL);
    return mirage_join(&group);
}

static void an_item_goes_to_the_taker_that_waits_longest(void **state)
{
    (void)state;
    assert_int_equal(run(late_taker), MIRAGE_OK);
    assert_string_equal(story, "ab");
}

/* ---- many of both ---- */

static unsigned taken[MANY * ITEMS];

static enum mirage_error put_numbers(void *first)
{
    enum mirage_error error = MIRAGE_OK;
    unsigned *item = first;

    for (int i = 0; i < ITEMS && !error; i++) {
        error = mirage_put(&box, item++);
        if (!error && i % 7 == 0)
            error = mirage_yield();
    }
    return error;
}

static enum mirage_error take_numbers(void *number)
{
    enum mirage_error error = MIRAGE_OK;

    for (int i = 0; i < ITEMS && !error; i++) {
        void *item;

        error = mirage_take(&box, &item);
        if (!error)
            ++*(unsigned *)item;
        if (!error && i % 5 == 0)
            error = mirage_sleep((uintptr_t)number % 3);
    }
    return error;
}

static enum mirage_error many_of_both(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (uintptr_t i = 0; i < MANY; i++) {
        mirage_spawn(&group, put_numbers, &taken[i * ITEMS]);
        mirage_spawn(&group, take_numbers, (void *)i);
    }
    return mirage_join(&group);
}

static void each_item_is_taken_once(void **state)
{
    (void)state;
    assert_int_equal(run(many_of_both), MIRAGE_OK);
    for (int i = 0; i < MANY * ITEMS; i++)
        assert_int_equal(taken[i], 1);
    assert_null(box.item);
    assert_null(box.putters.head);
    assert_null(box.takers.head);
}

static enum mirage_error put_null(void *unused)
{
    (void)unused;
    return mirage_put(&box, NULL);
}

static void run_put_null(void *unused)
{
    (void)unused;
    run(put_null);
}

static void an_item_is_not_null(void **state)
{
    (void)state;
    assert_int_equal(fake_child(run_put_null, NULL).end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'main': mirage_put of NULL\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(items_are_taken_in_the_order_they_were_put),
        story_test(an_empty_box_is_filled_without_a_wait),
        story_test(putters_are_served_in_the_order_they_came),
        story_test(an_item_goes_to_the_taker_that_waits_longest),
        story_test(each_item_is_taken_once),
        story_test(an_item_is_not_null),
    };

    return cmocka_run_group_tests_name("mailbox", tests, NULL, NULL);
}
