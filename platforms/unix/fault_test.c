#include "child.h"
#include "fault.h"
#include "runtime_stub.h"
#include "test.h"
#include <assert.h>
#include <mirage/platform.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile int zero, one = 1;
static int *volatile nowhere = (int *)16;
static void (*volatile no_function)(void) = (void (*)(void))32;

static void assert_crash(void (*fn)(void), const char *first_line)
{
    assert_int_equal(child_run(fn), 255);
    child_text[strcspn(child_text, "\n") + 1] = '\0';
    assert_string_equal(child_text, first_line);
}

/* Not static and not inlined, to be found by name. */
__attribute__((noinline)) void write_nowhere(void)
{
    mirage_unix_catch_faults();
    *nowhere = 1;
}

static void a_bad_address_is_named(void **state)
{
    (void)state;
    assert_crash(write_nowhere, "tested: task 'busy': segmentation fault, at "
                                "address 0x10\n");
}

static void overflow(void)
{
    stub_fault_text = "task 'busy' overflowed its stack of 65536 bytes";
    write_nowhere();
    zero++; /* so that it is not left before the call */
}

static void a_stack_that_is_full_is_told_as_such(void **state)
{
    (void)state;
    assert_crash(overflow, "tested: task 'busy' overflowed its stack of 65536 "
                           "bytes, at address 0x10\n");
}

__attribute__((no_sanitize("undefined"))) static void divide(void)
{
    mirage_unix_catch_faults();
    zero = one / zero;
}

static void a_division_by_zero_is_told(void **state)
{
    (void)state;
    assert_crash(divide, "tested: task 'busy': division by zero\n");
}

static void run_trap(void)
{
    mirage_unix_catch_faults();
    __builtin_trap();
}

static void an_illegal_instruction_is_told(void **state)
{
    (void)state;
    assert_crash(run_trap, "tested: task 'busy': illegal instruction\n");
}

static void call_abort(void)
{
    mirage_unix_catch_faults();
    abort();
}

static void an_abort_is_told(void **state)
{
    (void)state;
    assert_crash(call_abort, "tested: task 'busy': aborted\n");
}

static void fail_assertion(void)
{
    mirage_unix_catch_faults();
    assert(zero == 1);
}

static void an_assertion_that_fails_is_told_with_its_place(void **state)
{
    (void)state;
    assert_int_equal(child_run(fail_assertion), 255);
    assert_non_null(strstr(child_text, "fault_test.c:"));
    assert_non_null(strstr(child_text, "Assertion `zero == 1' failed."));
    assert_non_null(strstr(child_text, "tested: task 'busy': aborted\n"));
}

/* ---- backtraces ---- */

static void the_backtrace_names_functions(void **state)
{
    const char *first, *second;

    (void)state;
    assert_int_equal(child_run(overflow), 255);
    first = strstr(child_text, " write_nowhere+0x");
    second = strstr(child_text, " overflow+0x");
    assert_non_null(first);
    assert_non_null(second);
    assert_true(first < second);
    assert_non_null(strstr(second, " main+0x"));
    /* Nothing of what prints it. */
    assert_null(strstr(child_text, " report+0x"));
}

static void call_library(void)
{
    mirage_unix_catch_faults();
    zero = (int)strtol((char *)nowhere, NULL, 10);
}

static void the_backtrace_goes_through_libraries(void **state)
{
    (void)state;
    assert_int_equal(child_run(call_library), 255);
    assert_non_null(strstr(child_text, " in libc.so.6\n"));
    assert_non_null(strstr(child_text, " call_library+0x"));
}

static void call_nowhere(void)
{
    mirage_unix_catch_faults();
    no_function();
    zero++;
}

static void a_call_of_no_function_shows_who_called(void **state)
{
    (void)state;
    assert_int_equal(child_run(call_nowhere), 255);
    assert_non_null(strstr(child_text, "    0x000020 ?\n"));
    assert_non_null(strstr(child_text, " call_nowhere+0x"));
}

static void abort_platform(void)
{
    if (!zero)
        mirage_platform_abort();
    zero++;
}

static void the_platform_s_abort_shows_a_backtrace(void **state)
{
    (void)state;
    assert_int_equal(child_run(abort_platform), 255);
    assert_non_null(strstr(child_text, " abort_platform+0x"));
}

static int recurse(int depth)
{
    volatile int result = depth ? recurse(depth - 1) : (write_nowhere(), 0);

    return result + 1;
}

static void go_deep(void)
{
    zero = recurse(1000);
}

static void a_deep_backtrace_leaves_out_what_is_between(void **state)
{
    (void)state;
    assert_int_equal(child_run(go_deep), 255);
    assert_non_null(strstr(child_text, " write_nowhere+0x"));
    assert_non_null(strstr(child_text, " calls are left out)\n"));
    assert_non_null(strstr(child_text, " main+0x"));
}

/* ---- when even that fails ---- */

static void crash_without_stderr(void)
{
    close(STDERR_FILENO);
    write_nowhere();
}

static void a_crash_without_standard_error_ends_too(void **state)
{
    (void)state;
    assert_int_equal(child_run(crash_without_stderr), 255);
}

static void crash_twice(void)
{
    stub_fault_text = (const char *)8;
    write_nowhere();
}

static void a_crash_while_telling_of_one_ends_it(void **state)
{
    (void)state;
    assert_int_equal(child_run(crash_twice), 255);
    assert_string_equal(child_text,
                        "    (another fault while telling of this)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bad_address_is_named),
        cmocka_unit_test(a_stack_that_is_full_is_told_as_such),
        cmocka_unit_test(a_division_by_zero_is_told),
        cmocka_unit_test(an_illegal_instruction_is_told),
        cmocka_unit_test(an_abort_is_told),
        cmocka_unit_test(an_assertion_that_fails_is_told_with_its_place),
        cmocka_unit_test(the_backtrace_names_functions),
        cmocka_unit_test(the_backtrace_goes_through_libraries),
        cmocka_unit_test(a_call_of_no_function_shows_who_called),
        cmocka_unit_test(the_platform_s_abort_shows_a_backtrace),
        cmocka_unit_test(a_deep_backtrace_leaves_out_what_is_between),
        cmocka_unit_test(a_crash_without_standard_error_ends_too),
        cmocka_unit_test(a_crash_while_telling_of_one_ends_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
