#include "child.h"
#include "test.h"
#include <mirage/platform.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 64 * 1024 };

static void a_stack_can_be_written_from_end_to_end(void **state)
{
    char *stack = mirage_platform_stack_alloc(SIZE);

    (void)state;
    assert_non_null(stack);
    assert_int_equal((uintptr_t)stack % 16, 0);
    memset(stack, 1, SIZE);
    mirage_platform_stack_free(stack, SIZE);
}

static void write_below(void)
{
    volatile char *stack = mirage_platform_stack_alloc(SIZE);

    signal(SIGSEGV, SIG_DFL);
    stack[-1] = 1;
}

static void the_page_below_faults(void **state)
{
    (void)state;
    assert_int_equal(child_run(write_below), -SIGSEGV);
}

/* 65530 mappings is what Linux allows a process. */
static void there_is_room_for_20000(void **state)
{
    enum { COUNT = 20000 };
    static char *stacks[COUNT];

    (void)state;
    for (int i = 0; i < COUNT; i++) {
        stacks[i] = mirage_platform_stack_alloc(SIZE);
        assert_non_null(stacks[i]);
        stacks[i][SIZE - 1] = 1;
    }
    for (int i = 0; i < COUNT; i++)
        mirage_platform_stack_free(stacks[i], SIZE);
}

static void one_too_large_is_refused(void **state)
{
    (void)state;
    assert_null(mirage_platform_stack_alloc((size_t)1 << 60));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stack_can_be_written_from_end_to_end),
        cmocka_unit_test(the_page_below_faults),
        cmocka_unit_test(there_is_room_for_20000),
        cmocka_unit_test(one_too_large_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
