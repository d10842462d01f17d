/* What happens when all tasks wait for each other, and when the user ends it.
 */
#include "story_test.h"
#include <mirage/exit.h>
#include <mirage/platform.h>

static struct mirage_queue queue;
static struct mirage_mailbox box;

static enum mirage_error wait_for_ever(void *unused)
{
    (void)unused;
    return mirage_wait(&queue, MIRAGE_NEVER);
}

static enum mirage_error take_for_ever(void *unused)
{
    void *item;

    (void)unused;
    return mirage_take(&box, &item);
}

static enum mirage_error join_stuck(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, wait_for_ever, NULL);
    mirage_spawn(&group, take_for_ever, NULL);
    return mirage_join(&group);
}

static void tell_end_hook(void *unused)
{
    (void)unused;
    mirage_platform_console_write("hook\n", 5);
}

static void run_stuck(void *unused)
{
    struct mirage_exit_hook hook = {.fn = tell_end_hook};

    (void)unused;
    mirage_at_exit(&hook);
    run(join_stuck);
}

static void a_deadlock_ends_the_unikernel_and_names_the_tasks(void **state)
{
    struct fake_result result = fake_child(run_stuck, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, MIRAGE_EXIT_CRASH);
    assert_string_equal(fake_log(),
                        "test: every task waits, and nothing can end a wait:\n"
                        "  task 'take_for_ever' in mirage_take\n"
                        "  task 'wait_for_ever' in mirage_wait\n"
                        "  task 'main' in mirage_join\n");
    assert_string_equal(fake_console(), "hook\n");
}

/* ---- ends from outside ---- */

static enum mirage_error sleep_for_ever(void *unused)
{
    (void)unused;
    return mirage_sleep(MIRAGE_NEVER);
}

static void terminate(void)
{
    mirage_stop(MIRAGE_EXIT_TERMINATE);
}

static void run_sleepy(void *unused)
{
    struct mirage_exit_hook hook = {.fn = tell_end_hook};

    (void)unused;
    mirage_at_exit(&hook);
    fake_when_idle(terminate);
    run(sleep_for_ever);
}

static void to_sleep_for_ever_is_to_wait_for_the_end(void **state)
{
    struct fake_result result = fake_child(run_sleepy, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, MIRAGE_EXIT_TERMINATE);
    assert_string_equal(fake_log(), "");
    assert_string_equal(fake_console(), "hook\n");
}

static enum mirage_error stop_while_running(void *unused)
{
    (void)unused;
    mirage_stop(MIRAGE_EXIT_INTERRUPT);
    mirage_platform_console_write("still\n", 6);
    return mirage_yield();
}

static void run_stopped(void *unused)
{
    (void)unused;
    run(stop_while_running);
}

static void a_stop_takes_effect_at_the_next_wait(void **state)
{
    struct fake_result result = fake_child(run_stopped, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, MIRAGE_EXIT_INTERRUPT);
    assert_string_equal(fake_console(), "still\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(a_deadlock_ends_the_unikernel_and_names_the_tasks),
        story_test(to_sleep_for_ever_is_to_wait_for_the_end),
        story_test(a_stop_takes_effect_at_the_next_wait),
    };

    return cmocka_run_group_tests_name("deadlock", tests, NULL, NULL);
}
