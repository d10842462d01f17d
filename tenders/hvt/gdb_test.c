/* gdb's remote protocol, on a target without KVM. */
#include "gdb_fake.h"
#include "test.h"
#include <stdlib.h>
#include <string.h>

static struct gdb_fake fake;
static struct gdb_reply reply;

static int clear(void **state)
{
    (void)state;
    memset(&fake, 0, sizeof(fake));
    return 0;
}

/* ---- packets ---- */

static enum gdb_event feed(struct gdb_parser *parser, const char *bytes)
{
    enum gdb_event event = GDB_NOTHING;

    for (; *bytes; bytes++) {
        assert_int_equal(event, GDB_NOTHING);
        event = gdb_parser_take(parser, *bytes);
    }
    return event;
}

static void a_packet_is_what_its_sum_says(void **state)
{
    struct gdb_parser parser = {0};

    (void)state;
    assert_int_equal(feed(&parser, "+$m0,4#fd"), GDB_PACKET);
    assert_string_equal(parser.data, "m0,4");
    assert_int_equal(feed(&parser, "$m0,4#FD"), GDB_PACKET);
    assert_int_equal(feed(&parser, "$m0,4#fe"), GDB_BAD_PACKET);
    assert_int_equal(feed(&parser, "$m0,4#gg"), GDB_BAD_PACKET);
    assert_int_equal(feed(&parser, "$#00"), GDB_PACKET);
    assert_string_equal(parser.data, "");
}

static void what_is_no_packet_is_passed_over(void **state)
{
    struct gdb_parser parser = {0};

    (void)state;
    assert_int_equal(feed(&parser, "++x#12"), GDB_NOTHING);
    assert_int_equal(feed(&parser, "-"), GDB_NACK);
    assert_int_equal(feed(&parser, "\x03"), GDB_INTERRUPT);
    assert_int_equal(feed(&parser, "$?#3f"), GDB_PACKET);
}

static void a_packet_may_be_as_long_as_gdb_was_told(void **state)
{
    struct gdb_parser parser = {0};

    (void)state;
    for (size_t size = GDB_PACKET_SIZE; size <= GDB_PACKET_SIZE + 1; size++) {
        assert_int_equal(feed(&parser, "$"), GDB_NOTHING);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(gdb_parser_take(&parser, '\x10'), GDB_NOTHING);
        assert_int_equal(feed(&parser, size == GDB_PACKET_SIZE ? "#00" : "#10"),
                         size == GDB_PACKET_SIZE ? GDB_PACKET : GDB_BAD_PACKET);
    }
}

static void a_reply_that_is_too_long_is_cut(void **state)
{
    uint8_t data[GDB_PACKET_SIZE];

    (void)state;
    memset(data, 0, sizeof(data));
    gdb_reply_begin(&reply);
    gdb_reply_add_hex(&reply, data, sizeof(data));
    gdb_reply_end(&reply);
    assert_int_equal(reply.size, sizeof(reply.frame));
}

/* ---- commands ---- */

static enum gdb_outcome command(const char *packet)
{
    struct gdb_target target = gdb_fake_target(&fake);

    return gdb_command(&target, 5, packet, &reply);
}

static void assert_reply(const char *expected)
{
    size_t size = strlen(expected);

    assert_int_equal(reply.size, size + 4);
    assert_memory_equal(reply.frame + 1, expected, size);
}

static void answers(const char *packet, const char *expected)
{
    assert_int_equal(command(packet), GDB_STAY);
    assert_reply(expected);
}

static void a_stop_has_a_reason(void **state)
{
    (void)state;
    answers("?", "S05");
    gdb_reply_event(&reply, 'W', 255);
    assert_reply("Wff");
}

static void memory_is_read_and_written(void **state)
{
    (void)state;
    answers("M1010,3:0aFf07", "OK");
    answers("m100f,5", "000aff0700");
    answers("m10ff,1", "00");
    answers("m1100,0", "");
}

static void memory_that_is_not_there_is_an_error(void **state)
{
    static const char *const packets[] = {
        "m0,1",
        "m10ff,2",
        "m1100,1",
        "mffffffffffffffff,2",
        "m1000,ffffffffffffffff",
        "m11111111111111111,1",
        "m1000",
        "m1000,",
        "m,1",
        "m1000,1,",
        "m1000;1",
        "M10ff,2:0000",
        "M1000,1:",
        "M1000,1:0",
        "M1000,1:0g",
        "M1000,2:00",
        "M1000,1:0000",
        "M1000,ffffffffffffffff:00",
        "G",
        "G00",
        "Z0,",
        "Z0,1000",
        "Z0,0,1",
        "Z0;1000,1",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(packets) / sizeof(packets[0]); i++)
        answers(packets[i], "E01");
}

static void registers_are_read_and_written(void **state)
{
    char packet[GDB_REGISTERS_SIZE * 2 + 2] = "G";

    (void)state;
    for (size_t i = 1; i < sizeof(packet) - 1; i++)
        packet[i] = "0123456789abcdef"[i % 16];
    answers(packet, "OK");
    answers("g", packet + 1);
    packet[sizeof(packet) - 2] = '\0';
    answers(packet, "E01");
}

static void breakpoints_are_set_and_taken_back(void **state)
{
    (void)state;
    answers("Z2,1008,4", "OK");
    assert_int_equal(fake.breakpoints, 1);
    assert_int_equal(fake.kind, GDB_WATCH_WRITE);
    assert_int_equal(fake.address, 0x1008);
    assert_int_equal(fake.size, 4);
    answers("z2,1008,4", "OK");
    assert_int_equal(fake.breakpoints, 0);
    answers("Z5,1008,4", "");
}

static void the_guest_goes_on(void **state)
{
    (void)state;
    assert_int_equal(command("c"), GDB_CONTINUE);
    assert_int_equal(command("C0b"), GDB_CONTINUE);
    assert_int_equal(command("s"), GDB_STEP);
    assert_int_equal(command("k"), GDB_KILL);
    assert_int_equal(command("D"), GDB_DETACH);
    assert_reply("OK");
}

static void what_is_not_known_has_an_empty_reply(void **state)
{
    (void)state;
    answers("", "");
    answers("vCont?", "");
    answers("qXfer:features:read::0,10", "");
    answers("X1000,0:", "");
    answers("qSupported:swbreak+", "PacketSize=1000");
    answers("qAttached", "1");
}

#define TEST(name) cmocka_unit_test_setup(name, clear)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_packet_is_what_its_sum_says),
        TEST(what_is_no_packet_is_passed_over),
        TEST(a_packet_may_be_as_long_as_gdb_was_told),
        TEST(a_reply_that_is_too_long_is_cut),
        TEST(a_stop_has_a_reason),
        TEST(memory_is_read_and_written),
        TEST(memory_that_is_not_there_is_an_error),
        TEST(registers_are_read_and_written),
        TEST(breakpoints_are_set_and_taken_back),
        TEST(the_guest_goes_on),
        TEST(what_is_not_known_has_an_empty_reply),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
