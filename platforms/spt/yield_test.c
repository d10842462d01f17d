/*
 * Waiting on descriptors of this process, as if a tender had made them: an
 * image's system calls are those of any program.
 */
#include "../solo5/boot.h"
#include "host.h"
#include "test.h"
#include <mirage/platform.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { NET = 1, OTHER_NET = 2, MS = 1000000 };

static struct {
    struct spt_boot_info info;
    struct spt_extension extension;
} boot;

static struct mft *manifest;
static int peers[3];

struct solo5_machine solo5_machine;

/* ---- what a tender does ---- */

static void watch(int fd, uint64_t data)
{
    struct epoll_event event = {.events = EPOLLIN, .data.u64 = data};

    assert_int_equal(epoll_ctl(boot.info.epollfd, EPOLL_CTL_ADD, fd, &event),
                     0);
}

static void make_net(unsigned handle)
{
    int pair[2];

    assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair), 0);
    manifest->e[handle].b.hostfd = pair[0];
    peers[handle] = pair[1];
    watch(pair[0], handle);
}

static int make_host(void **state)
{
    (void)state;
    manifest = calloc(1, sizeof *manifest + 3 * sizeof *manifest->e);
    solo5_machine.manifest = manifest;
    boot.info.mft = SPT_BOOT_INFO_BASE + sizeof boot;
    boot.info.epollfd = epoll_create1(0);
    boot.info.timerfd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
    boot.extension.magic = SPT_EXTENSION_MAGIC;
    watch(boot.info.timerfd, SPT_TIMER_EVENT);
    make_net(NET);
    make_net(OTHER_NET);
    spt_boot_info = &boot.info;
    return 0;
}

static int end_host(void **state)
{
    (void)state;
    free(manifest);
    return 0;
}

/* ---- the tests ---- */

static void feed(unsigned handle)
{
    assert_int_equal(send(peers[handle], "frame", 5, 0), 5);
}

static void drain(unsigned handle)
{
    char frame[8];

    assert_int_equal(read(manifest->e[handle].b.hostfd, frame, 8), 5);
}

static mirage_ready_set yield_for(uint64_t ns, mirage_ready_set wanted)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return mirage_platform_yield(
        (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec + ns, wanted);
}

static void a_deadline_ends_a_wait(void **state)
{
    (void)state;
    assert_int_equal(mirage_platform_yield(0, 0), 0);
    assert_int_equal(yield_for(MS, 1 << NET), 0);
}

static void a_wanted_network_ends_a_wait(void **state)
{
    (void)state;
    boot.extension.features = SPT_NET_CHOOSE;
    feed(NET);
    feed(OTHER_NET);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << NET), 1 << NET);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 6), 6);
    drain(NET);
    drain(OTHER_NET);
    assert_int_equal(mirage_platform_yield(0, 6), 0);
}

/* The timer that ended the first wait is still there for the others. */
static void a_deadline_in_the_past_only_looks(void **state)
{
    (void)state;
    assert_int_equal(yield_for(MS, 1 << NET), 0);
    feed(NET);
    assert_int_equal(mirage_platform_yield(0, 1 << NET), 1 << NET);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << NET), 1 << NET);
    drain(NET);
    assert_int_equal(mirage_platform_yield(0, 1 << NET), 0);
}

/* The process's own time stands still meanwhile. */
static void an_unwanted_network_costs_nothing(void **state)
{
    clock_t before = clock();

    (void)state;
    boot.extension.features = SPT_NET_CHOOSE;
    feed(NET);
    assert_int_equal(yield_for(200 * MS, 1 << OTHER_NET), 0);
    assert_int_equal(yield_for(200 * MS, 0), 0);
    assert_true(clock() - before < CLOCKS_PER_SEC / 10);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << NET), 1 << NET);
    drain(NET);
}

static void other_tenders_cannot_choose(void **state)
{
    (void)state;
    boot.extension.features = 0;
    feed(NET);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << OTHER_NET), 0);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << NET), 1 << NET);
    drain(NET);
}

/* The last test: the network is not there any more. */
static void a_network_that_hung_up_is_ready_only_if_wanted(void **state)
{
    clock_t before = clock();

    (void)state;
    boot.extension.features = SPT_NET_CHOOSE;
    close(peers[NET]);
    assert_int_equal(yield_for(200 * MS, 1 << OTHER_NET), 0);
    assert_true(clock() - before < CLOCKS_PER_SEC / 10);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, 1 << NET), 1 << NET);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deadline_ends_a_wait),
        cmocka_unit_test(a_deadline_in_the_past_only_looks),
        cmocka_unit_test(a_wanted_network_ends_a_wait),
        cmocka_unit_test(an_unwanted_network_costs_nothing),
        cmocka_unit_test(other_tenders_cannot_choose),
        cmocka_unit_test(a_network_that_hung_up_is_ready_only_if_wanted),
    };

    return cmocka_run_group_tests_name("yield", tests, make_host, end_host);
}
