/* What mirage/task.h promises of tasks and groups. */
#include "test.h"
#include <mirage/fake.h>
#include <mirage/task.h>
#include <string.h>

/* What tasks do is written down here, one letter each. */
static char story[256];

static void tell(char letter)
{
    size_t size = strlen(story);

    assert_true(size < sizeof(story) - 1);
    story[size] = letter;
}

static int set_up(void **state)
{
    (void)state;
    memset(story, 0, sizeof(story));
    fake_reset();
    return 0;
}

/* Runs fn as the first task. */
static enum mirage_error run(mirage_task_fn *fn)
{
    return mirage_run(fn, NULL);
}

static enum mirage_error sleep_and_tell(void *letter)
{
    enum mirage_error error =
        mirage_sleep(MIRAGE_SEC(*(const char *)letter - 'a'));

    tell(error ? '!' : *(const char *)letter);
    return error;
}

static enum mirage_error two_sleepers(void *unused)
{
    struct mirage_group group = {0};

    (void)unused;
    mirage_spawn(&group, sleep_and_tell, "c");
    mirage_spawn(&group, sleep_and_tell, "b");
    return mirage_join(&group);
}

static void join_waits_for_all(void **state)
{
    (void)state;
    assert_int_equal(run(two_sleepers), MIRAGE_OK);
    assert_string_equal(story, "bc");
    assert_int_equal(mirage_now(), MIRAGE_SEC(2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(join_waits_for_all, set_up),
    };

    return cmocka_run_group_tests_name("runtime/task", tests, NULL, NULL);
}
