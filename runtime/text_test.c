#include "test.h"
#include "text.h"
#include <string.h>

static void texts_and_numbers_are_put_together(void **state)
{
    char memory[40];
    struct text text = mirage_text(memory, sizeof(memory));

    (void)state;
    mirage_text_add(&text, "a");
    mirage_text_add_number(&text, 0, 1);
    mirage_text_add_number(&text, 7, 2);
    mirage_text_add_number(&text, 2017, 4);
    mirage_text_add_number(&text, 12345, 2);
    mirage_text_add_bytes(&text, "bcd", 2);
    assert_string_equal(mirage_text_end(&text), "a007201712345bc");
}

static void what_does_not_fit_is_cut(void **state)
{
    char memory[5];

    (void)state;
    for (size_t size = 1; size <= sizeof(memory); size++) {
        struct text text = mirage_text(memory, size);

        mirage_text_add(&text, "abc");
        mirage_text_add_number(&text, 123456, 1);
        assert_int_equal(strlen(mirage_text_end(&text)), size - 1);
        assert_memory_equal(memory, "abc1", size - 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_and_numbers_are_put_together),
        cmocka_unit_test(what_does_not_fit_is_cut),
    };

    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
