#include "child.h"
#include "runtime_stub.h"
#include "signals.h"
#include "test.h"
#include "wait.h"
#include <mirage/platform.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define MS UINT64_C(1000000)

/* ---- deadlines ---- */

static void a_wait_ends_at_its_deadline_and_not_before(void **state)
{
    (void)state;
    for (int i = 0; i < 10; i++) {
        uint64_t deadline = mirage_platform_clock() + MS + i;

        assert_int_equal(mirage_platform_yield(deadline, 0), 0);
        assert_true(mirage_platform_clock() >= deadline);
    }
}

static void a_deadline_in_the_past_does_not_wait(void **state)
{
    (void)state;
    assert_int_equal(mirage_platform_yield(0, 0), 0);
    assert_int_equal(mirage_platform_yield(1, 1), 0);
    assert_int_equal(mirage_platform_yield(mirage_platform_clock(), 0), 0);
}

static void nothing(int signal)
{
    (void)signal;
}

static void other_signals_do_not_end_a_wait(void **state)
{
    const struct sigaction action = {.sa_handler = nothing};
    const struct itimerval often = {{0, 1000}, {0, 1000}}, never = {{0}, {0}};
    uint64_t deadline = mirage_platform_clock() + 20 * MS;

    (void)state;
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
    assert_int_equal(mirage_platform_yield(deadline, 0), 0);
    setitimer(ITIMER_REAL, &never, NULL);
    assert_true(mirage_platform_clock() >= deadline);
}

/* ---- devices ---- */

/* The handles 3 and 5 are pairs of sockets: one end is ours. */
static int ours[64];

static int connect_devices(void **state)
{
    (void)state;
    for (unsigned handle = 3; handle <= 5; handle += 2) {
        int ends[2];

        if (socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, ends) < 0)
            return -1;
        ours[handle] = ends[0];
        ours[handle + 16] = ends[1];
        mirage_unix_watch(handle, ends[1]);
    }
    return 0;
}

static void feed(unsigned handle)
{
    assert_int_equal(write(ours[handle], "x", 1), 1);
}

static void drain(unsigned handle)
{
    char data[16];

    while (read(ours[handle + 16], data, sizeof(data)) > 0)
        ;
}

static mirage_ready_set look(mirage_ready_set wanted)
{
    return mirage_platform_yield(0, wanted);
}

static void a_device_that_can_be_read_ends_the_wait(void **state)
{
    (void)state;
    feed(3);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << 3), 1 << 3);
    feed(5);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << 3 | 1 << 5),
                     1 << 3 | 1 << 5);
    drain(3);
    drain(5);
}

static void a_device_is_ready_until_it_has_been_read(void **state)
{
    (void)state;
    feed(3);
    assert_int_equal(look(1 << 3), 1 << 3);
    assert_int_equal(look(1 << 3), 1 << 3);
    drain(3);
    assert_int_equal(look(1 << 3), 0);
}

static void a_device_that_nobody_wants_does_not_end_the_wait(void **state)
{
    (void)state;
    feed(3);
    for (int i = 0; i < 3; i++) {
        uint64_t deadline = mirage_platform_clock() + MS;

        assert_int_equal(mirage_platform_yield(deadline, 1 << 5), 0);
        assert_true(mirage_platform_clock() >= deadline);
    }
    assert_int_equal(look(1 << 3), 1 << 3);
    drain(3);
}

/* Nor does the wait go round: the process's own time stands still. */
static void a_device_that_nobody_wants_costs_nothing(void **state)
{
    clock_t before = clock();

    (void)state;
    feed(3);
    look(1 << 3);
    mirage_platform_yield(mirage_platform_clock() + 300 * MS, 1 << 5);
    assert_true(clock() - before < CLOCKS_PER_SEC / 10);
    drain(3);
}

static void a_device_that_is_gone_is_never_ready(void **state)
{
    (void)state;
    feed(5);
    mirage_unix_unwatch(5, ours[5 + 16]);
    assert_int_equal(look(1 << 5), 0);
    mirage_unix_watch(5, ours[5 + 16]);
    assert_int_equal(look(1 << 5), 1 << 5);
    drain(5);
}

/* ---- signals ---- */

static void wait_for_ever(void)
{
    mirage_unix_catch_signals();
    fprintf(stderr, "caught:");
    printf("waits\n");
    fflush(stdout);
    mirage_platform_yield(UINT64_MAX, 0);
    mirage_platform_yield(UINT64_MAX, 0);
    fprintf(stderr, "%d", stub_stop_status);
}

static void assert_stops(int signal, const char *text)
{
    struct child child = child_start(wait_for_ever);
    char line[6];

    assert_int_equal(read(child.out, line, sizeof(line)), sizeof(line));
    kill(child.pid, signal);
    assert_int_equal(child_end(&child), 0);
    assert_string_equal(child_text, text);
}

static void signals_that_ask_for_the_end_end_every_wait(void **state)
{
    (void)state;
    assert_stops(SIGINT, "caught:130");
    assert_stops(SIGTERM, "caught:143");
    assert_stops(SIGHUP, "caught:129");
}

static void raise_before_waiting(void)
{
    mirage_unix_catch_signals();
    raise(SIGINT);
    mirage_platform_yield(UINT64_MAX, 0);
    mirage_platform_yield(UINT64_MAX, 1);
    fprintf(stderr, "%d", stub_stop_status);
}

static void a_signal_before_the_first_wait_ends_it(void **state)
{
    (void)state;
    assert_int_equal(child_run(raise_before_waiting), 0);
    assert_string_equal(child_text, "130");
}

static void raise_twice(void)
{
    mirage_unix_catch_signals();
    raise(SIGINT);
    fprintf(stderr, "once");
    raise(SIGTERM);
    fprintf(stderr, "twice");
}

static void a_second_signal_ends_the_process_at_once(void **state)
{
    (void)state;
    assert_int_equal(child_run(raise_twice), 143);
    assert_string_equal(child_text, "once");
}

static void start_by_nohup(void)
{
    signal(SIGHUP, SIG_IGN);
    mirage_unix_catch_signals();
    raise(SIGHUP);
    raise(SIGPIPE);
    fprintf(stderr, "%d", stub_stop_status);
}

static void nohup_and_pipes_are_respected(void **state)
{
    (void)state;
    assert_int_equal(child_run(start_by_nohup), 0);
    assert_string_equal(child_text, "0");
}

/*
 * Signals come first: once there are descriptors, the children would share
 * them, and one child's signal would end the next one's wait.
 */
int main(void)
{
    const struct CMUnitTest signals[] = {
        cmocka_unit_test(signals_that_ask_for_the_end_end_every_wait),
        cmocka_unit_test(a_signal_before_the_first_wait_ends_it),
        cmocka_unit_test(a_second_signal_ends_the_process_at_once),
        cmocka_unit_test(nohup_and_pipes_are_respected),
    };
    const struct CMUnitTest waits[] = {
        cmocka_unit_test(a_wait_ends_at_its_deadline_and_not_before),
        cmocka_unit_test(a_deadline_in_the_past_does_not_wait),
        cmocka_unit_test(other_signals_do_not_end_a_wait),
        cmocka_unit_test(a_device_that_can_be_read_ends_the_wait),
        cmocka_unit_test(a_device_is_ready_until_it_has_been_read),
        cmocka_unit_test(a_device_that_nobody_wants_does_not_end_the_wait),
        cmocka_unit_test(a_device_that_nobody_wants_costs_nothing),
        cmocka_unit_test(a_device_that_is_gone_is_never_ready),
    };

    return cmocka_run_group_tests(signals, NULL, NULL) +
           cmocka_run_group_tests(waits, connect_devices, NULL);
}
