/* On unix the console is standard output, here a pipe. */
#include "child.h"
#include "conformance.h"
#include "console_floor.h"
#include "test.h"
#include <mirage/task.h>
#include <unistd.h>

static enum mirage_error check(void *unused)
{
    (void)unused;
    conformance_console(console_floor_connect());
    return MIRAGE_OK;
}

static void run(void)
{
    _exit(mirage_run(check, NULL));
}

static void it_writes_to_standard_output(void **state)
{
    struct child child = child_start(run);
    char text[4096];
    size_t size = 0;
    ssize_t got;

    (void)state;
    while ((got = read(child.out, text + size, sizeof(text) - 1 - size)) > 0)
        size += got;
    text[size] = '\0';
    assert_string_equal(text, conformance_console_text);
    assert_int_equal(child_end(&child), 0);
    assert_string_equal(child_text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_writes_to_standard_output),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
