/* Frames through taps. */
#include "host.h"
#include "runtime_stub.h"
#include "test.h"
#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <mirage/platform.h>
#include <net/if.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { FRAME = 60 };

static struct mirage_net_info info;

/* ---- the host's side ---- */

/* Frames of a type of our own; the kernel sends some of its own accord. */
#define TYPE 0x88b5 /* IEEE 802: for local experiments */

static int open_host_end(const char *name)
{
    struct sockaddr_ll address = {.sll_family = AF_PACKET,
                                  .sll_protocol = htons(TYPE),
                                  .sll_ifindex = if_nametoindex(name)};
    int fd = socket(AF_PACKET, SOCK_RAW, htons(TYPE));

    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
    return fd;
}

static void make_frame(uint8_t frame[FRAME], uint8_t mark)
{
    memset(frame, 0xff, 12);
    frame[12] = TYPE >> 8;
    frame[13] = TYPE & 0xff;
    memset(frame + 14, mark, FRAME - 14);
}

static bool is_ours(const uint8_t *frame, size_t size)
{
    return size >= 14 && frame[12] == TYPE >> 8 && frame[13] == (TYPE & 0xff);
}

/* ---- our side ---- */

static unsigned acquire(const char *name)
{
    unsigned handle;

    stub_message[0] = '\0';
    assert_int_equal(mirage_platform_net_acquire(name, &handle, &info),
                     MIRAGE_OK);
    return handle;
}

static enum mirage_error send_one(unsigned net, uint8_t *data, size_t size)
{
    struct mirage_frame frame = {.data = data, .size = size};
    size_t sent;

    return mirage_platform_net_write(net, &frame, 1, &sent);
}

/* Waits for a frame of ours and returns its mark. */
static uint8_t receive_mark(unsigned net)
{
    uint8_t data[2000];
    size_t received;

    for (;;) {
        struct mirage_frame frame = {.data = data, .size = sizeof(data)};
        enum mirage_error error =
            mirage_platform_net_read(net, &frame, 1, &received);

        if (error == MIRAGE_AGAIN) {
            mirage_platform_yield(mirage_platform_clock() + 10000000000,
                                  UINT64_C(1) << net);
            continue;
        }
        assert_int_equal(error, MIRAGE_OK);
        if (is_ours(data, frame.size))
            return data[14];
    }
}

/* ---- frames ---- */

static void frames_go_out_in_order(void **state)
{
    uint8_t data[3][FRAME], got[2000];
    struct mirage_frame frames[3];
    unsigned net;
    size_t sent;
    int host;

    (void)state;
    host_make_tap("tap0");
    host_set_up("tap0", true);
    net = acquire("tap0");
    assert_string_equal(stub_message, "");
    assert_int_equal(info.mtu, 1500);
    assert_int_equal(info.mac[0] & 3, 2);
    host = open_host_end("tap0");
    for (int i = 0; i < 3; i++) {
        make_frame(data[i], i + 1);
        frames[i] = (struct mirage_frame){.data = data[i], .size = FRAME};
    }
    assert_int_equal(mirage_platform_net_write(net, frames, 3, &sent), 0);
    assert_int_equal(sent, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(recv(host, got, sizeof(got), 0), FRAME);
        assert_memory_equal(got, data[i], FRAME);
    }
    close(host);
    host_remove_interface("tap0");
}

static void frames_come_in_in_order_and_in_batches(void **state)
{
    uint8_t data[FRAME], room[64][2000];
    struct mirage_frame frames[64];
    unsigned net, ours = 0;
    int host;

    (void)state;
    host_make_tap("tap1");
    host_set_up("tap1", true);
    net = acquire("tap1");
    host = open_host_end("tap1");
    for (int i = 0; i < 5; i++) {
        make_frame(data, i + 1);
        assert_int_equal(send(host, data, FRAME, 0), FRAME);
    }
    while (ours < 5) {
        size_t count = 0;

        for (int i = 0; i < 64; i++)
            frames[i] = (struct mirage_frame){.data = room[i], .size = 2000};
        mirage_platform_yield(mirage_platform_clock() + 10000000000,
                              UINT64_C(1) << net);
        assert_int_equal(mirage_platform_net_read(net, frames, 64, &count), 0);
        for (size_t i = 0; i < count; i++)
            if (is_ours(room[i], frames[i].size))
                assert_int_equal(room[i][14], ++ours);
    }
    close(host);
    host_remove_interface("tap1");
}

static void a_frame_ends_the_wait(void **state)
{
    uint8_t data[FRAME];
    unsigned net;
    int host;

    (void)state;
    host_make_tap("tap2");
    host_set_up("tap2", true);
    net = acquire("tap2");
    host = open_host_end("tap2");
    make_frame(data, 42);
    assert_int_equal(send(host, data, FRAME, 0), FRAME);
    assert_int_equal(mirage_platform_yield(UINT64_MAX, UINT64_C(1) << net),
                     UINT64_C(1) << net);
    assert_int_equal(receive_mark(net), 42);
    close(host);
    host_remove_interface("tap2");
}

static void the_mtu_is_the_interface_s(void **state)
{
    uint8_t data[9100] = {0};
    unsigned net;

    (void)state;
    host_make_tap("tap3");
    host_set_mtu("tap3", 9000);
    host_set_up("tap3", true);
    net = acquire("tap3");
    assert_int_equal(info.mtu, 9000);
    make_frame(data, 1);
    assert_int_equal(send_one(net, data, 9014), MIRAGE_OK);
    assert_int_equal(send_one(net, data, 9100), MIRAGE_INVALID);
    assert_int_equal(send_one(net, data, 5), MIRAGE_INVALID);
    host_remove_interface("tap3");
}

/* ---- taps that go ---- */

static void a_tap_that_is_down_is_an_error_until_it_is_up(void **state)
{
    uint8_t data[FRAME];
    unsigned net;

    (void)state;
    make_frame(data, 1);
    host_make_tap("tap4");
    net = acquire("tap4");
    assert_string_equal(stub_message, "the tap 'tap4' is down: bring it up "
                                      "with 'sudo ip link set tap4 up'");
    stub_message[0] = '\0';
    assert_int_equal(send_one(net, data, FRAME), MIRAGE_DISCONNECTED);
    assert_string_equal(stub_message, "the tap 'tap4' is down: bring it up "
                                      "with 'sudo ip link set tap4 up'");
    stub_message[0] = '\0';
    assert_int_equal(send_one(net, data, FRAME), MIRAGE_DISCONNECTED);
    assert_string_equal(stub_message, "");
    assert_int_equal(mirage_platform_yield(0, UINT64_C(1) << net), 0);
    host_set_up("tap4", true);
    assert_int_equal(send_one(net, data, FRAME), MIRAGE_OK);
    host_remove_interface("tap4");
}

static void a_tap_that_is_removed_is_gone_for_good(void **state)
{
    uint8_t data[2000];
    struct mirage_frame frame = {.data = data, .size = sizeof(data)};
    unsigned net;
    size_t received;

    (void)state;
    host_make_tap("tap5");
    host_set_up("tap5", true);
    net = acquire("tap5");
    host_remove_interface("tap5");
    assert_int_equal(mirage_platform_yield(UINT64_MAX, UINT64_C(1) << net),
                     UINT64_C(1) << net);
    while (mirage_platform_net_read(net, &frame, 1, &received) == MIRAGE_OK)
        frame.size = sizeof(data);
    assert_int_equal(mirage_platform_net_read(net, &frame, 1, &received),
                     MIRAGE_DISCONNECTED);
    assert_string_equal(stub_message, "the tap 'tap5' has gone: File "
                                      "descriptor in bad state");
    assert_int_equal(mirage_platform_yield(0, UINT64_C(1) << net), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_go_out_in_order),
        cmocka_unit_test(frames_come_in_in_order_and_in_batches),
        cmocka_unit_test(a_frame_ends_the_wait),
        cmocka_unit_test(the_mtu_is_the_interface_s),
        cmocka_unit_test(a_tap_that_is_down_is_an_error_until_it_is_up),
        cmocka_unit_test(a_tap_that_is_removed_is_gone_for_good),
    };

    if (!host_enter_namespace())
        return TEST_SKIPPED;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
