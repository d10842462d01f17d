#include "test.h"
#include "timers.h"
#include <stdlib.h>

enum { MANY = 2000 };

static uint64_t take_first(struct timers *timers)
{
    struct timer *first = timers->first;
    uint64_t deadline = first->deadline;

    mirage_timers_remove(timers, first);
    return deadline;
}

static void an_empty_heap_has_no_first(void **state)
{
    struct timers timers = {0};

    (void)state;
    assert_null(timers.first);
}

static void the_earliest_comes_first(void **state)
{
    struct timers timers = {0};
    struct timer a = {0}, b = {0}, c = {0};

    (void)state;
    mirage_timers_add(&timers, &a, 3);
    mirage_timers_add(&timers, &b, 1);
    mirage_timers_add(&timers, &c, 2);
    assert_int_equal(take_first(&timers), 1);
    assert_int_equal(take_first(&timers), 2);
    assert_int_equal(take_first(&timers), 3);
    assert_null(timers.first);
}

static void equal_deadlines_come_in_the_order_they_were_added(void **state)
{
    static struct timer timer[MANY];
    struct timers timers = {0};

    (void)state;
    for (int i = 0; i < MANY; i++)
        mirage_timers_add(&timers, &timer[i], 7);
    for (int i = 0; i < MANY; i++) {
        assert_ptr_equal(timers.first, &timer[i]);
        mirage_timers_remove(&timers, timers.first);
    }
}

static void a_timer_that_is_in_no_heap_can_be_removed(void **state)
{
    struct timers timers = {0};
    struct timer timer = {0}, other = {0};

    (void)state;
    mirage_timers_add(&timers, &other, 1);
    mirage_timers_remove(&timers, &timer);
    assert_ptr_equal(timers.first, &other);
}

static void a_timer_in_the_middle_can_be_removed(void **state)
{
    struct timers timers = {0};
    struct timer timer[5] = {0};

    (void)state;
    for (int i = 0; i < 5; i++)
        mirage_timers_add(&timers, &timer[i], i);
    take_first(&timers); /* so that the others have children */
    mirage_timers_remove(&timers, &timer[2]);
    assert_int_equal(take_first(&timers), 1);
    assert_int_equal(take_first(&timers), 3);
    assert_int_equal(take_first(&timers), 4);
    assert_null(timers.first);
}

static void the_latest_deadline_there_is_counts(void **state)
{
    struct timers timers = {0};
    struct timer never = {0}, soon = {0};

    (void)state;
    mirage_timers_add(&timers, &never, UINT64_MAX);
    mirage_timers_add(&timers, &soon, 0);
    assert_int_equal(take_first(&timers), 0);
    assert_true(take_first(&timers) == UINT64_MAX);
}

/* ---- against a plain array ---- */

struct model {
    struct timers timers;
    struct timer timer[MANY];
    bool is_in[MANY];
};

static struct timer *first_of_model(struct model *model)
{
    struct timer *first = NULL;

    for (int i = 0; i < MANY; i++) {
        struct timer *timer = &model->timer[i];

        if (!model->is_in[i])
            continue;
        if (!first || timer->deadline < first->deadline ||
            (timer->deadline == first->deadline && timer->order < first->order))
            first = timer;
    }
    return first;
}

static void change(struct model *model, int i)
{
    if (model->is_in[i])
        mirage_timers_remove(&model->timers, &model->timer[i]);
    else
        mirage_timers_add(&model->timers, &model->timer[i], rand() % 500);
    model->is_in[i] = !model->is_in[i];
}

static void the_first_is_right_after_any_changes(void **state)
{
    static struct model model;
    struct timer *first;

    (void)state;
    srand(1);
    for (int i = 0; i < 3 * MANY; i++) {
        change(&model, rand() % MANY);
        if (i % 10 == 0)
            assert_ptr_equal(model.timers.first, first_of_model(&model));
    }
    while ((first = model.timers.first)) {
        assert_ptr_equal(first, first_of_model(&model));
        change(&model, first - model.timer);
    }
    assert_null(first_of_model(&model));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_heap_has_no_first),
        cmocka_unit_test(the_earliest_comes_first),
        cmocka_unit_test(equal_deadlines_come_in_the_order_they_were_added),
        cmocka_unit_test(a_timer_that_is_in_no_heap_can_be_removed),
        cmocka_unit_test(a_timer_in_the_middle_can_be_removed),
        cmocka_unit_test(the_latest_deadline_there_is_counts),
        cmocka_unit_test(the_first_is_right_after_any_changes),
    };

    return cmocka_run_group_tests_name("timers", tests, NULL, NULL);
}
