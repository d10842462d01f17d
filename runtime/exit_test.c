#include "story_test.h"
#include <mirage/exit.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void say(void *word)
{
    mirage_platform_console_write(word, strlen(word));
}

static void exit_with_hooks(void *unused)
{
    struct mirage_exit_hook first = {say, "first ", NULL};
    struct mirage_exit_hook last = {say, "last ", NULL};

    (void)unused;
    mirage_at_exit(&first);
    mirage_at_exit(&last);
    mirage_exit(7);
}

static void hooks_run_last_added_first(void **state)
{
    struct fake_result result = fake_child(exit_with_hooks, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, 7);
    assert_string_equal(fake_console(), "last first ");
}

static void exit_again(void *status)
{
    say("again ");
    mirage_exit((uintptr_t)status);
}

static void exit_from_hook(void *unused)
{
    struct mirage_exit_hook first = {say, "first ", NULL};
    struct mirage_exit_hook last = {exit_again, (void *)9, NULL};

    (void)unused;
    mirage_at_exit(&first);
    mirage_at_exit(&last);
    mirage_exit(7);
}

static void a_hook_that_exits_does_not_keep_others_from_running(void **state)
{
    struct fake_result result = fake_child(exit_from_hook, NULL);

    (void)state;
    assert_int_equal(result.status, 9);
    assert_string_equal(fake_console(), "again first ");
}

static enum mirage_error exit_in_task(void *unused)
{
    static struct mirage_exit_hook hook = {say, "hook ", NULL};

    (void)unused;
    mirage_at_exit(&hook);
    mirage_exit(3);
}

static enum mirage_error spawn_exiting(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, exit_in_task, NULL);
    return mirage_join(&group);
}

static void run_exiting(void *unused)
{
    (void)unused;
    run(spawn_exiting);
}

static void any_task_can_end_the_unikernel(void **state)
{
    struct fake_result result = fake_child(run_exiting, NULL);

    (void)state;
    assert_int_equal(result.end, FAKE_EXITED);
    assert_int_equal(result.status, 3);
    assert_string_equal(fake_console(), "hook ");
}

static void the_exit_of_the_c_library_runs_hooks_too(void **state)
{
    static struct mirage_exit_hook hook = {say, "hook ", NULL};
    int status;
    pid_t child;

    (void)state;
    fake_console(); /* shared with the child */
    child = fork();
    if (child == 0) {
        mirage_at_exit(&hook);
        exit(5);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 5);
    assert_string_equal(fake_console(), "hook ");
}

static void wait_in_hook(void *unused)
{
    (void)unused;
    assert_int_equal(mirage_sleep(1), MIRAGE_OK);
}

static enum mirage_error exit_with_waiting_hook(void *unused)
{
    static struct mirage_exit_hook hook = {wait_in_hook, NULL, NULL};

    (void)unused;
    mirage_at_exit(&hook);
    mirage_exit(0);
}

static void run_waiting_hook(void *unused)
{
    (void)unused;
    run(exit_with_waiting_hook);
}

static void a_hook_that_waits_is_a_mistake(void **state)
{
    (void)state;
    assert_int_equal(fake_child(run_waiting_hook, NULL).end, FAKE_ABORTED);
    assert_string_equal(fake_log(), "test: task 'main': a wait before the "
                                    "start or after the end\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        story_test(hooks_run_last_added_first),
        story_test(a_hook_that_exits_does_not_keep_others_from_running),
        story_test(any_task_can_end_the_unikernel),
        story_test(the_exit_of_the_c_library_runs_hooks_too),
        story_test(a_hook_that_waits_is_a_mistake),
    };

    return cmocka_run_group_tests_name("exit", tests, NULL, NULL);
}
