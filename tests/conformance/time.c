#include "conformance.h"
#include <assert.h>
#include <stddef.h>
#include <string.h>

static struct mirage_time *timer;

static void a_sleep_is_not_too_short(void)
{
    for (uint64_t ns = 1; ns <= MIRAGE_MS(10); ns *= 10) {
        uint64_t before = mirage_now();

        assert(mirage_time_sleep(timer, ns) == MIRAGE_OK);
        assert(mirage_now() - before >= ns);
    }
}

static void no_time_at_all_is_fine(void)
{
    assert(mirage_time_sleep(timer, 0) == MIRAGE_OK);
}

/* ---- several tasks ---- */

static char story[8];

static enum mirage_error sleep_and_tell(void *letter)
{
    uint64_t ms = *(const char *)letter - 'a';
    enum mirage_error error = mirage_time_sleep(timer, MIRAGE_MS(4 * ms));

    if (!error)
        strncat(story, letter, 1);
    return error;
}

static void sleepers_wake_in_the_order_of_their_times(void)
{
    struct mirage_group group = {0};

    story[0] = '\0';
    mirage_spawn(&group, sleep_and_tell, "d");
    mirage_spawn(&group, sleep_and_tell, "b");
    mirage_spawn(&group, sleep_and_tell, "c");
    assert(mirage_join(&group) == MIRAGE_OK);
    assert(strcmp(story, "bcd") == 0);
}

static void sleepers_of_one_time_wake_in_the_order_they_came(void)
{
    struct mirage_group group = {0};

    story[0] = '\0';
    for (int i = 0; i < 3; i++)
        mirage_spawn(&group, sleep_and_tell, "b");
    assert(mirage_join(&group) == MIRAGE_OK);
    assert(strcmp(story, "bbb") == 0);
}

/* ---- being cancelled ---- */

static enum mirage_error sleep_long(void *ns)
{
    return mirage_time_sleep(timer, *(uint64_t *)ns);
}

static void a_cancelled_sleep_says_so(void)
{
    struct mirage_group group = {0};
    uint64_t hour = MIRAGE_SEC(3600);

    mirage_spawn(&group, sleep_long, &hour);
    assert(mirage_time_sleep(timer, MIRAGE_MS(1)) == MIRAGE_OK);
    mirage_cancel(&group);
    assert(mirage_join(&group) == MIRAGE_CANCELLED);
}

static void the_longest_sleep_is_not_over_soon(void)
{
    uint64_t longest = UINT64_MAX, long_enough = UINT64_MAX - 1;

    assert(mirage_within(MIRAGE_MS(1), sleep_long, &longest) ==
           MIRAGE_TIMED_OUT);
    assert(mirage_within(MIRAGE_MS(1), sleep_long, &long_enough) ==
           MIRAGE_TIMED_OUT);
}

void conformance_time(struct mirage_time *time)
{
    timer = time;
    a_sleep_is_not_too_short();
    no_time_at_all_is_fine();
    sleepers_wake_in_the_order_of_their_times();
    sleepers_of_one_time_wake_in_the_order_they_came();
    a_cancelled_sleep_says_so();
    the_longest_sleep_is_not_over_soon();
}
