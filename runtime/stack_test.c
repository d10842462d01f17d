/* Stacks: their size, their use by one task after another, overflows. */
#include "story_test.h"
#include <mirage/platform.h>

/* ---- use ---- */

static enum mirage_error nothing(void *unused)
{
    (void)unused;
    return MIRAGE_OK;
}

static enum mirage_error spawn_one_by_one(void *unused)
{
    (void)unused;
    for (int i = 0; i < 1000; i++) {
        struct mirage_group group = {0};

        mirage_spawn(&group, nothing, NULL);
        assert_int_equal(mirage_join(&group), MIRAGE_OK);
    }
    return MIRAGE_OK;
}

static void the_stack_of_an_ended_task_is_used_again(void **state)
{
    (void)state;
    assert_int_equal(run(spawn_one_by_one), MIRAGE_OK);
    assert_int_equal(fake_stacks_made(), 1);
    assert_int_equal(fake_stacks_in_use(), 0);
}

static enum mirage_error keep_few(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (int i = 0; i < 1000; i++)
        mirage_spawn(&group, nothing, NULL);
    assert_int_equal(mirage_join(&group), MIRAGE_OK);
    assert_true(fake_stacks_in_use() < 100);
    return MIRAGE_OK;
}

static void only_some_stacks_are_kept(void **state)
{
    (void)state;
    assert_int_equal(run(keep_few), MIRAGE_OK);
    assert_int_equal(fake_stacks_in_use(), 0);
}

/* All of the stack but a little can be used, whatever its size. */
static enum mirage_error use(void *size)
{
    char memory[(uintptr_t)size];

    memset(memory, 1, sizeof(memory));
    assert_int_equal(mirage_yield(), MIRAGE_OK);
    for (size_t i = 0; i < sizeof(memory); i++)
        assert_int_equal(memory[i], 1);
    return MIRAGE_OK;
}

static enum mirage_error use_all_sizes(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (size_t size = 100000; size < 1000000; size += 100000)
        mirage_spawn_named(&group, "use", size, use, (void *)(size - 20000));
    mirage_spawn(&group, use, (void *)(MIRAGE_STACK_SIZE - 20000));
    return mirage_join(&group);
}

static void a_task_has_the_stack_it_asked_for(void **state)
{
    (void)state;
    assert_int_equal(run(use_all_sizes), MIRAGE_OK);
    assert_int_equal(fake_stacks_in_use(), 0);
}

/* Values on the stack survive what other tasks do meanwhile. */
static enum mirage_error compute(void *seed)
{
    uint64_t a = (uintptr_t)seed, b = a * 3, c = a * 5, d = a * 7;
    double x = a, y = x / 3;

    for (int i = 0; i < 50; i++) {
        if (mirage_yield())
            return MIRAGE_FAILED;
        assert_true(b == a * 3 && c == a * 5 && d == a * 7);
        assert_true(y * 3 - x < 1e-9 && x - y * 3 < 1e-9);
        a++, b += 3, c += 5, d += 7;
        x += 1, y = x / 3;
    }
    return MIRAGE_OK;
}

static enum mirage_error compute_together(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    for (uintptr_t i = 1; i < 20; i++)
        mirage_spawn(&group, compute, (void *)i);
    return mirage_join(&group);
}

static void local_variables_survive_waits(void **state)
{
    (void)state;
    assert_int_equal(run(compute_together), MIRAGE_OK);
}

/* ---- too little memory ---- */

static enum mirage_error spawn_three(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, nothing, NULL);
    mirage_spawn(&group, nothing, NULL);
    mirage_spawn_named(&group, "Bob", MIRAGE_STACK_SIZE, nothing, NULL);
    return mirage_join(&group);
}

static void run_spawn_three(void *unused)
{
    (void)unused;
    fake_limit_stacks(2);
    run(spawn_three);
}

static void no_memory_for_a_stack_ends_the_unikernel(void **state)
{
    (void)state;
    assert_int_equal(fake_child(run_spawn_three, NULL).end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'main': memory ran out for "
                                    "the stack of task 'Bob'\n");
}

static enum mirage_error spawn_larger(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, nothing, NULL);
    mirage_spawn(&group, nothing, NULL);
    assert_int_equal(mirage_join(&group), MIRAGE_OK);
    assert_int_equal(fake_stacks_in_use(), 2);
    fake_limit_stacks(2);
    mirage_spawn_named(&group, "large", 3 * MIRAGE_STACK_SIZE, nothing, NULL);
    return mirage_join(&group);
}

static void kept_stacks_make_way_for_others(void **state)
{
    (void)state;
    assert_int_equal(run(spawn_larger), MIRAGE_OK);
}

/* ---- overflows ---- */

static enum mirage_error overflow_and_wait(void *unused)
{
    uint64_t *low_end = fake_last_stack();

    (void)unused;
    low_end[0] = 0;
    return mirage_yield();
}

static enum mirage_error overflow_and_end(void *unused)
{
    uint64_t *low_end = fake_last_stack();

    (void)unused;
    low_end[3] = 0;
    return MIRAGE_OK;
}

static enum mirage_error spawn_overflowing(void *fn)
{
    struct mirage_group group = {0};

    mirage_spawn_named(&group, "Bob", 20000, *(mirage_task_fn **)fn, NULL);
    return mirage_join(&group);
}

static void run_overflowing(void *fn)
{
    assert_int_equal(mirage_run(spawn_overflowing, fn), MIRAGE_OK);
}

static void assert_overflow_is_found(mirage_task_fn *fn)
{
    assert_int_equal(fake_child(run_overflowing, &fn).end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'Bob': overflowed its stack of "
                                    "20480 bytes\n");
}

static void an_overflow_is_found_when_the_task_waits(void **state)
{
    (void)state;
    assert_overflow_is_found(overflow_and_wait);
}

static void an_overflow_is_found_when_the_task_ends(void **state)
{
    (void)state;
    assert_overflow_is_found(overflow_and_end);
}

/* ---- what fault handlers ask ---- */

static enum mirage_error ask_about_faults(void *unused)
{
    char *stack = fake_last_stack();
    char here;

    (void)unused;
    assert_null(mirage_fault_text(NULL));
    assert_null(mirage_fault_text(&here));
    assert_null(mirage_fault_text(stack));
    assert_null(mirage_fault_text(stack - 4097));
    for (int below = 1; below <= 4096; below += 4095)
        assert_string_equal(mirage_fault_text(stack - below),
                            "task 'Bob' overflowed its stack of 65536 bytes");
    return MIRAGE_OK;
}

static enum mirage_error spawn_asking(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    assert_null(mirage_fault_text(&group));
    mirage_spawn_named(&group, "Bob", MIRAGE_STACK_SIZE, ask_about_faults,
                       NULL);
    return mirage_join(&group);
}

static void a_fault_just_below_a_stack_is_an_overflow(void **state)
{
    (void)state;
    assert_null(mirage_fault_text(&state));
    assert_int_equal(run(spawn_asking), MIRAGE_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(the_stack_of_an_ended_task_is_used_again),
        story_test(only_some_stacks_are_kept),
        story_test(a_task_has_the_stack_it_asked_for),
        story_test(local_variables_survive_waits),
        story_test(no_memory_for_a_stack_ends_the_unikernel),
        story_test(kept_stacks_make_way_for_others),
        story_test(an_overflow_is_found_when_the_task_waits),
        story_test(an_overflow_is_found_when_the_task_ends),
        story_test(a_fault_just_below_a_stack_is_an_overflow),
    };

    return cmocka_run_group_tests_name("stack", tests, NULL, NULL);
}
