/*
 * story_test.h: for tests of what happens in which order. Tasks tell what they
 * do, a letter each, and the test reads the story.
 */
#ifndef STORY_TEST_H
#define STORY_TEST_H

#include "test.h"
#include <mirage/fake.h>
#include <mirage/task.h>
#include <string.h>

static char story[128];

static inline void tell(char letter)
{
    size_t size = strlen(story);

    assert_true(size < sizeof(story) - 1);
    story[size] = letter;
}

/* For cmocka: each test begins with an empty story, at time 0. */
static inline int new_story(void **state)
{
    (void)state;
    memset(story, 0, sizeof(story));
    fake_reset();
    return 0;
}

/* Runs `fn` as the first task. */
static inline enum mirage_error run(mirage_task_fn *fn)
{
    return mirage_run(fn, NULL);
}

/* "*" when cancelled, "#" when late, else the letter; passes `error` on. */
static inline enum mirage_error tell_end(enum mirage_error error, char letter)
{
    tell(error == MIRAGE_CANCELLED   ? '*'
         : error == MIRAGE_TIMED_OUT ? '#'
         : error                     ? '!'
                                     : letter);
    return error;
}

#define story_test(name) cmocka_unit_test_setup(name, new_story)

#endif
