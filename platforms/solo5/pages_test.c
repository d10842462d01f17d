#include "pages.h"
#include "test.h"
#include <stdlib.h>
#include <string.h>

enum { PAGE = SOLO5_PAGE_SIZE, COUNT = 64 };

static char *memory;
static uintptr_t first, end;

static int set_up(void **state)
{
    (void)state;
    memory = aligned_alloc(PAGE, COUNT * PAGE);
    memset(memory, 0, COUNT * PAGE);
    first = (uintptr_t)memory;
    end = first + COUNT * PAGE;
    solo5_pages_init(first, end, true);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    free(memory);
    return 0;
}

static void soil(uintptr_t start, size_t size)
{
    memset((void *)start, 0xaa, size);
}

static void assert_zero(uintptr_t start, size_t size)
{
    for (size_t i = 0; i < size; i++)
        assert_int_equal(((const char *)start)[i], 0);
}

static void all_pages_can_be_had_and_no_more(void **state)
{
    (void)state;
    assert_int_equal(solo5_pages_alloc((COUNT + 1) * PAGE), 0);
    assert_int_equal(solo5_pages_alloc(COUNT * PAGE), first);
    assert_int_equal(solo5_pages_alloc(PAGE), 0);
}

static void freed_pages_join_and_are_given_again(void **state)
{
    uintptr_t a = solo5_pages_alloc(PAGE), b = solo5_pages_alloc(PAGE),
              c = solo5_pages_alloc(2 * PAGE), d = solo5_pages_alloc(PAGE);

    (void)state;
    solo5_pages_free(a, PAGE);
    solo5_pages_free(c, 2 * PAGE);
    solo5_pages_free(b, PAGE);
    assert_int_equal(solo5_pages_alloc(4 * PAGE), c);
    solo5_pages_free(d, PAGE);
    solo5_pages_free(c, 4 * PAGE);
    assert_int_equal(solo5_pages_alloc(COUNT * PAGE), first);
}

static void a_part_of_pages_can_be_freed(void **state)
{
    uintptr_t a = solo5_pages_alloc(4 * PAGE);

    (void)state;
    solo5_pages_free(a + PAGE, PAGE);
    assert_int_equal(solo5_pages_alloc(PAGE), a + PAGE);
}

static void zeroed_pages_are_zero_after_others_used_them(void **state)
{
    uintptr_t a = solo5_pages_alloc(8 * PAGE);

    (void)state;
    soil(a, 8 * PAGE);
    solo5_pages_free(a, 8 * PAGE);
    a = solo5_pages_alloc_zeroed(16 * PAGE);
    assert_zero(a, 16 * PAGE);
}

static void the_grown_part_is_zero_where_pages_were(void **state)
{
    uintptr_t a = solo5_pages_alloc(COUNT * PAGE);

    (void)state;
    soil(a, COUNT * PAGE);
    solo5_pages_free(a, COUNT * PAGE);
    assert_int_equal(solo5_pages_brk(first + 100), first + 100);
    assert_zero(first, 100);
    soil(first, 100);
    assert_int_equal(solo5_pages_brk(first + 3 * PAGE), first + 3 * PAGE);
    assert_zero(first + 100, 3 * PAGE - 100);
}

static void what_was_grown_and_given_back_is_zero_again(void **state)
{
    (void)state;
    solo5_pages_brk(first + 2 * PAGE);
    soil(first, 2 * PAGE);
    assert_int_equal(solo5_pages_brk(first + 10), first + 10);
    assert_int_equal(solo5_pages_brk(first + PAGE), first + PAGE);
    assert_zero(first + 10, PAGE - 10);
}

static void the_grown_part_and_pages_do_not_meet(void **state)
{
    uintptr_t grown = first + 10 * PAGE + 1;

    (void)state;
    assert_int_equal(solo5_pages_brk(0), first);
    assert_int_equal(solo5_pages_brk(grown), grown);
    assert_int_equal(solo5_pages_alloc((COUNT - 10) * PAGE), 0);
    assert_int_equal(solo5_pages_alloc((COUNT - 11) * PAGE), end - 53 * PAGE);
    assert_int_equal(solo5_pages_brk(end), grown);
}

static void memory_that_was_not_zero_is_zeroed(void **state)
{
    (void)state;
    soil(first, COUNT * PAGE);
    solo5_pages_init(first, end, false);
    assert_zero(solo5_pages_alloc_zeroed(2 * PAGE), 2 * PAGE);
    solo5_pages_brk(first + PAGE);
    assert_zero(first, PAGE);
}

/* Whatever comes and goes: nothing overlaps, all comes back. */
static void a_thousand_random_steps_lose_nothing(void **state)
{
    uintptr_t held[8] = {0};
    size_t sizes[8] = {0};

    (void)state;
    srand(1);
    for (int i = 0; i < 1000; i++) {
        int n = rand() % 8;

        if (held[n]) {
            for (size_t j = 0; j < sizes[n]; j++)
                assert_int_equal(((char *)held[n])[j], n);
            solo5_pages_free(held[n], sizes[n]);
            held[n] = 0;
            continue;
        }
        sizes[n] = (size_t)(1 + rand() % 12) * PAGE;
        held[n] = solo5_pages_alloc(sizes[n]);
        if (held[n])
            memset((void *)held[n], n, sizes[n]);
    }
    for (int n = 0; n < 8; n++)
        if (held[n])
            solo5_pages_free(held[n], sizes[n]);
    assert_int_equal(solo5_pages_alloc(COUNT * PAGE), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(all_pages_can_be_had_and_no_more,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(freed_pages_join_and_are_given_again,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_part_of_pages_can_be_freed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            zeroed_pages_are_zero_after_others_used_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_grown_part_is_zero_where_pages_were,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_was_grown_and_given_back_is_zero_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_grown_part_and_pages_do_not_meet,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(memory_that_was_not_zero_is_zeroed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_thousand_random_steps_lose_nothing,
                                        set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
