#include "child.h"
#include "output.h"
#include "runtime_stub.h"
#include "signals.h"
#include "test.h"
#include <fcntl.h>
#include <mirage/platform.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 1000000 };

static char *large(void)
{
    char *data = malloc(LARGE);

    memset(data, 'x', LARGE);
    return data;
}

/* ---- slow and non-blocking readers ---- */

static bool is_nonblocking;

static void write_much(void)
{
    char *data = large();

    if (is_nonblocking)
        fcntl(STDOUT_FILENO, F_SETFL, O_NONBLOCK);
    mirage_platform_console_write(data, LARGE);
    mirage_platform_console_write("end", 3);
    free(data);
}

/* Small pieces, so that the pipe is full most of the time. */
static void assert_all_arrives(void)
{
    struct child child = child_start(write_much);
    char data[3000], last = 0;
    size_t size = 0;
    ssize_t got;

    while ((got = read(child.out, data, sizeof(data))) > 0) {
        size += got;
        last = data[got - 1];
    }
    assert_int_equal(size, LARGE + 3);
    assert_int_equal(last, 'd');
    assert_int_equal(child_end(&child), 0);
}

static void all_arrives_however_slow_the_reader(void **state)
{
    (void)state;
    is_nonblocking = false;
    assert_all_arrives();
}

static void all_arrives_through_a_nonblocking_pipe(void **state)
{
    (void)state;
    is_nonblocking = true;
    assert_all_arrives();
}

/* ---- readers that are not there ---- */

static void write_to_nobody(void)
{
    int ends[2];

    mirage_unix_catch_signals();
    if (pipe(ends) || dup2(ends[1], STDOUT_FILENO) < 0)
        abort();
    close(ends[0]);
    close(ends[1]);
    for (int i = 0; i < 3; i++)
        mirage_platform_console_write("lost", 4);
    fprintf(stderr, "%s", stub_message);
}

static void what_nobody_can_read_is_gone(void **state)
{
    (void)state;
    assert_int_equal(child_run(write_to_nobody), 0);
    assert_string_equal(child_text, "");
}

static void log_to_nobody(void)
{
    int ends[2];

    mirage_unix_catch_signals();
    if (pipe(ends) || dup2(ends[1], STDERR_FILENO) < 0)
        abort();
    close(ends[0]);
    close(ends[1]);
    for (int i = 0; i < 3; i++)
        mirage_platform_log_write("lost", 4);
    close(STDERR_FILENO);
    mirage_platform_log_write("lost", 4);
}

static void so_is_a_log_that_nobody_can_read(void **state)
{
    (void)state;
    assert_int_equal(child_run(log_to_nobody), 0);
}

static void write_to_full_disk(void)
{
    int full = open("/dev/full", O_WRONLY);

    if (full < 0 || dup2(full, STDOUT_FILENO) < 0)
        abort();
    mirage_platform_console_write("lost", 4);
    fprintf(stderr, "%s", stub_message);
    stub_message[0] = '\0';
    mirage_platform_console_write("lost", 4);
    fprintf(stderr, "%s", stub_message);
}

static void a_full_disk_is_told_once(void **state)
{
    (void)state;
    assert_int_equal(child_run(write_to_full_disk), 0);
    assert_string_equal(child_text, "cannot write to standard output: No space "
                                    "left on device");
}

/* ---- readers that do not read ---- */

static void write_until_stopped(void)
{
    char *data = large();

    mirage_unix_catch_signals();
    fcntl(STDOUT_FILENO, F_SETFL, is_nonblocking ? O_NONBLOCK : 0);
    mirage_platform_console_write(data, LARGE);
    mirage_platform_console_write(data, LARGE);
    free(data);
    fprintf(stderr, "%d", stub_stop_status);
}

static void assert_stuck_reader_does_not_keep_it(void)
{
    struct child child = child_start(write_until_stopped);
    struct pollfd ready = {.fd = child.out, .events = POLLIN};

    assert_int_equal(poll(&ready, 1, -1), 1);
    usleep(100000); /* it should be waiting by now; nothing breaks if not */
    kill(child.pid, SIGTERM);
    assert_int_equal(child_end(&child), 0);
    assert_string_equal(child_text, "143");
}

static void a_reader_that_is_stuck_does_not_keep_it_alive(void **state)
{
    (void)state;
    is_nonblocking = false;
    assert_stuck_reader_does_not_keep_it();
    is_nonblocking = true;
    assert_stuck_reader_does_not_keep_it();
}

/* ---- order, and closed descriptors ---- */

static void mix(void)
{
    mirage_unix_open_outputs();
    printf("one ");
    mirage_platform_console_write("two ", 4);
    printf("three\n");
    mirage_platform_console_write("four\n", 5);
}

static void what_stdio_prints_keeps_its_place(void **state)
{
    struct child child = child_start(mix);
    char text[64] = "";
    size_t size = 0;
    ssize_t got;

    (void)state;
    while ((got = read(child.out, text + size, sizeof(text) - size)) > 0)
        size += got;
    assert_string_equal(text, "one two three\nfour\n");
    assert_int_equal(child_end(&child), 0);
}

static void close_standard_files(void)
{
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    mirage_unix_open_outputs();
    fprintf(stderr, "%d", dup(STDERR_FILENO) > STDERR_FILENO);
    mirage_platform_console_write("lost", 4);
    fprintf(stderr, "%s", stub_message);
}

static void no_other_file_takes_the_place_of_a_closed_output(void **state)
{
    (void)state;
    assert_int_equal(child_run(close_standard_files), 0);
    assert_string_equal(child_text, "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_arrives_however_slow_the_reader),
        cmocka_unit_test(all_arrives_through_a_nonblocking_pipe),
        cmocka_unit_test(what_nobody_can_read_is_gone),
        cmocka_unit_test(so_is_a_log_that_nobody_can_read),
        cmocka_unit_test(a_full_disk_is_told_once),
        cmocka_unit_test(a_reader_that_is_stuck_does_not_keep_it_alive),
        cmocka_unit_test(what_stdio_prints_keeps_its_place),
        cmocka_unit_test(no_other_file_takes_the_place_of_a_closed_output),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
