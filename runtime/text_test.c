#include "test.h"
#include "text.h"
#include <mirage/fake.h>
#include <string.h>

static void texts_are_put_together(void **state)
{
    char memory[40];
    struct text text = mirage_text(memory, sizeof(memory));

    (void)state;
    mirage_text_add(&text, "a");
    mirage_text_format(&text, "%d%s%04d", 7, "b", 42);
    mirage_text_add_bytes(&text, "cde", 2);
    mirage_text_repeat(&text, '!', 3);
    assert_string_equal(mirage_text_end(&text), "a7b0042cd!!!");
}

static void what_does_not_fit_is_cut(void **state)
{
    char memory[5];

    (void)state;
    for (size_t size = 1; size <= sizeof(memory); size++) {
        struct text text = mirage_text(memory, size);

        mirage_text_add(&text, "abc");
        mirage_text_format(&text, "%d", 123456);
        assert_int_equal(text.cut, 9 - size);
        assert_int_equal(strlen(mirage_text_end(&text)), size - 1);
        assert_memory_equal(memory, "abc1", size - 1);
    }
}

static void what_is_said_is_written_at_once_as_it_is(void **state)
{
    (void)state;
    fake_reset();
    mirage_say("%s: %d\n", "sheep", 3);
    assert_string_equal(fake_log(), "sheep: 3\n");
    assert_int_equal(fake_log_writes(), 1);
}

static void who_says_too_much_is_cut_at_a_line(void **state)
{
    (void)state;
    fake_reset();
    mirage_say("%2000d\n", 3);
    assert_int_equal(strlen(fake_log()), 1000);
    assert_int_equal(fake_log()[999], '\n');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_put_together),
        cmocka_unit_test(what_does_not_fit_is_cut),
        cmocka_unit_test(what_is_said_is_written_at_once_as_it_is),
        cmocka_unit_test(who_says_too_much_is_cut_at_a_line),
    };

    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
