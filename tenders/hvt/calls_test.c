/* Hypercalls, on a guest without KVM. */
#include "calls.h"
#include "fake_guest.h"
#include "test.h"
#include <string.h>
#include <unistd.h>

enum { CALL = 0x4000, DATA = 0x5000, LAST = FAKE_SIZE - 1 };

static struct fake_guest *fake;

static int create(void **state)
{
    (void)state;
    fake = fake_guest_create();
    return 0;
}

static int destroy(void **state)
{
    (void)state;
    fake_guest_destroy(fake);
    return 0;
}

static void *at(uint64_t address)
{
    return fake->hvt.guest.memory + address;
}

/* Makes the call with this struct, and returns where its results are. */
#define CALL_WITH(number, ...)                                                 \
    (memcpy(at(CALL), &(__VA_ARGS__), sizeof(__VA_ARGS__)),                    \
     call_handle(&fake->hvt, number, CALL))

static void unknown_calls_are_refused(void **state)
{
    (void)state;
    assert_int_equal(call_handle(&fake->hvt, 0, CALL), CALL_UNKNOWN);
    assert_int_equal(call_handle(&fake->hvt, 9, CALL), CALL_UNKNOWN);
    assert_int_equal(call_handle(&fake->hvt, 31, CALL), CALL_UNKNOWN);
    assert_int_equal(call_handle(&fake->hvt, MIRAGE_HVT_END_OF_CALLS, CALL),
                     CALL_UNKNOWN);
    assert_int_equal(call_handle(&fake->hvt, ~0u, CALL), CALL_UNKNOWN);
}

static void calls_of_missing_devices_are_refused(void **state)
{
    struct manifest *manifest = &fake->hvt.tender.kernel.manifest;

    (void)state;
    manifest->e[FAKE_DISK].attached = false;
    manifest->e[FAKE_NET].attached = false;
    for (unsigned i = HVT_BLOCK_WRITE; i <= HVT_NET_READ; i++)
        assert_int_equal(call_handle(&fake->hvt, i, CALL), CALL_UNKNOWN);
    assert_int_equal(call_handle(&fake->hvt, MIRAGE_HVT_BLOCK_FLUSH, CALL),
                     CALL_UNKNOWN);
}

static void guard_pages_are_for_ring_3(void **state)
{
    (void)state;
    fake->hvt.cpl = 0;
    assert_int_equal(call_handle(&fake->hvt, MIRAGE_HVT_PROTECT, CALL),
                     CALL_UNKNOWN);
    assert_false(call_extensions(&fake->hvt) &
                 mirage_hvt_call_bit(MIRAGE_HVT_PROTECT));
    assert_true(call_extensions(&fake->hvt) &
                mirage_hvt_call_bit(MIRAGE_HVT_NET_READ));
}

static void no_call_takes_a_struct_outside_of_memory(void **state)
{
    static const uint32_t places[] = {LAST, FAKE_SIZE, FAKE_SIZE + 8, ~0u,
                                      FAKE_SIZE - 7};

    (void)state;
    for (unsigned i = HVT_WALLTIME; i < MIRAGE_HVT_END_OF_CALLS; i++)
        for (unsigned j = 0; j < sizeof(places) / sizeof(places[0]); j++)
            if (i <= HVT_HALT || i >= MIRAGE_HVT_FIRST_CALL)
                assert_int_equal(call_handle(&fake->hvt, i, places[j]),
                                 CALL_BAD_ACCESS);
}

static void results_are_not_written_to_read_only_memory(void **state)
{
    (void)state;
    for (unsigned i = HVT_WALLTIME; i < MIRAGE_HVT_END_OF_CALLS; i++) {
        if (i == HVT_PUTS || i == HVT_HALT ||
            (i > HVT_HALT && i < MIRAGE_HVT_FIRST_CALL))
            continue;
        assert_int_equal(call_handle(&fake->hvt, i, FAKE_TEXT),
                         CALL_BAD_ACCESS);
    }
}

static void puts_writes_to_the_console(void **state)
{
    (void)state;
    memcpy(at(DATA), "hello", 5);
    assert_int_equal(CALL_WITH(HVT_PUTS, (struct hvt_puts){DATA, 5}),
                     CALL_DONE);
    assert_int_equal(CALL_WITH(HVT_PUTS, (struct hvt_puts){DATA, 0}),
                     CALL_DONE);
    assert_int_equal(fake->console_size, 5);
    assert_memory_equal(fake->console, "hello", 5);
    assert_int_equal(CALL_WITH(HVT_PUTS, (struct hvt_puts){DATA, UINT64_MAX}),
                     CALL_BAD_ACCESS);
    assert_int_equal(CALL_WITH(HVT_PUTS, (struct hvt_puts){FAKE_SIZE, 1}),
                     CALL_BAD_ACCESS);
}

static void poll_says_which_networks_are_ready(void **state)
{
    const struct hvt_poll *poll = at(CALL);

    (void)state;
    assert_int_equal(
        CALL_WITH(HVT_POLL, (struct hvt_poll){.timeout_nsecs = 77}), CALL_DONE);
    assert_int_equal(fake->waited_ns, 77);
    assert_int_equal(poll->ret, 1);
    assert_int_equal(poll->ready_set, 1 << FAKE_NET);
}

static void poll_may_leave_networks_out(void **state)
{
    const struct mirage_hvt_poll *poll = at(CALL);

    (void)state;
    for (uint64_t wanted = 0; wanted < 8; wanted++) {
        assert_int_equal(CALL_WITH(MIRAGE_HVT_POLL,
                                   (struct mirage_hvt_poll){.timeout_nsecs = 5,
                                                            .wanted = wanted}),
                         CALL_DONE);
        assert_int_equal(fake->waited_ns, 5);
        assert_int_equal(poll->ready_set, wanted & 1 << FAKE_NET);
    }
}

static void walltime_is_after_2017(void **state)
{
    (void)state;
    assert_int_equal(call_handle(&fake->hvt, HVT_WALLTIME, CALL), CALL_DONE);
    assert_true(*(uint64_t *)at(CALL) > 1483228800000000000);
}

static enum hvt_result block(unsigned call, uint64_t handle, uint64_t offset,
                             uint64_t size)
{
    const struct hvt_block_io *io = at(CALL);

    assert_int_equal(CALL_WITH(call, (struct hvt_block_io){.handle = handle,
                                                           .offset = offset,
                                                           .data = DATA,
                                                           .len = size}),
                     CALL_DONE);
    return io->ret;
}

static void blocks_are_read_as_written(void **state)
{
    (void)state;
    memset(at(DATA), 7, 1024);
    assert_int_equal(block(HVT_BLOCK_WRITE, FAKE_DISK, 512, 1024), HVT_OK);
    memset(at(DATA), 0, 2048);
    assert_int_equal(block(HVT_BLOCK_READ, FAKE_DISK, 0, 2048), HVT_OK);
    assert_int_equal(*(uint8_t *)at(DATA + 511), 0);
    assert_int_equal(*(uint8_t *)at(DATA + 512), 7);
    assert_int_equal(*(uint8_t *)at(DATA + 1535), 7);
    assert_int_equal(*(uint8_t *)at(DATA + 1536), 0);
}

static void blocks_past_the_end_are_invalid(void **state)
{
    (void)state;
    for (unsigned call = HVT_BLOCK_WRITE; call <= HVT_BLOCK_READ; call++) {
        assert_int_equal(block(call, FAKE_DISK, FAKE_DISK_SIZE - 512, 512),
                         HVT_OK);
        assert_int_equal(block(call, FAKE_DISK, FAKE_DISK_SIZE - 512, 513),
                         HVT_INVALID);
        assert_int_equal(block(call, FAKE_DISK, FAKE_DISK_SIZE, 0),
                         HVT_INVALID);
        assert_int_equal(block(call, FAKE_DISK, UINT64_MAX, 512), HVT_INVALID);
        assert_int_equal(block(call, FAKE_DISK, -512ull, 1024), HVT_INVALID);
    }
}

static void other_handles_are_invalid(void **state)
{
    (void)state;
    assert_int_equal(block(HVT_BLOCK_READ, FAKE_NET, 0, 512), HVT_INVALID);
    assert_int_equal(block(HVT_BLOCK_READ, 0, 0, 512), HVT_INVALID);
    assert_int_equal(block(HVT_BLOCK_READ, 64, 0, 512), HVT_INVALID);
    assert_int_equal(block(HVT_BLOCK_READ, UINT64_MAX, 0, 512), HVT_INVALID);
}

static void a_disk_that_was_cut_is_an_error(void **state)
{
    int fd = fake->hvt.tender.kernel.manifest.e[FAKE_DISK].b.hostfd;

    (void)state;
    assert_int_equal(ftruncate(fd, 512), 0);
    assert_int_equal(block(HVT_BLOCK_READ, FAKE_DISK, 0, 1024),
                     HVT_UNSPECIFIED);
    assert_int_equal(block(HVT_BLOCK_READ, FAKE_DISK, 0, 512), HVT_OK);
}

static void a_disk_is_flushed(void **state)
{
    const struct mirage_hvt_block_flush *flush = at(CALL);

    (void)state;
    assert_int_equal(
        CALL_WITH(MIRAGE_HVT_BLOCK_FLUSH,
                  (struct mirage_hvt_block_flush){.handle = FAKE_DISK}),
        CALL_DONE);
    assert_int_equal(flush->ret, HVT_OK);
    assert_int_equal(
        CALL_WITH(MIRAGE_HVT_BLOCK_FLUSH,
                  (struct mirage_hvt_block_flush){.handle = FAKE_NET}),
        CALL_DONE);
    assert_int_equal(flush->ret, HVT_INVALID);
}

static void reading_into_text_is_refused(void **state)
{
    (void)state;
    assert_int_equal(
        CALL_WITH(HVT_BLOCK_READ, (struct hvt_block_io){.handle = FAKE_DISK,
                                                        .offset = 0,
                                                        .data = FAKE_TEXT,
                                                        .len = 512}),
        CALL_BAD_ACCESS);
    assert_int_equal(
        CALL_WITH(HVT_BLOCK_WRITE, (struct hvt_block_io){.handle = FAKE_DISK,
                                                         .offset = 0,
                                                         .data = FAKE_TEXT,
                                                         .len = 512}),
        CALL_DONE);
}

static void a_frame_goes_each_way(void **state)
{
    const struct hvt_net_io *io = at(CALL);
    char frame[64];

    (void)state;
    memset(at(DATA), 9, 60);
    assert_int_equal(
        CALL_WITH(
            HVT_NET_WRITE,
            (struct hvt_net_io){.handle = FAKE_NET, .data = DATA, .len = 60}),
        CALL_DONE);
    assert_int_equal(io->ret, HVT_OK);
    assert_int_equal(read(fake->net_peer, frame, sizeof(frame)), 60);
    assert_int_equal(
        CALL_WITH(
            HVT_NET_READ,
            (struct hvt_net_io){.handle = FAKE_NET, .data = DATA, .len = 1514}),
        CALL_DONE);
    assert_int_equal(io->ret, HVT_AGAIN);
    assert_int_equal(io->len, 1514);
    assert_int_equal(write(fake->net_peer, frame, 42), 42);
    assert_int_equal(
        CALL_WITH(
            HVT_NET_READ,
            (struct hvt_net_io){.handle = FAKE_NET, .data = DATA, .len = 1514}),
        CALL_DONE);
    assert_int_equal(io->ret, HVT_OK);
    assert_int_equal(io->len, 42);
}

/* A stock image would not survive AGAIN or an error here. */
static void a_busy_network_loses_frames(void **state)
{
    const struct hvt_net_io *io = at(CALL);

    (void)state;
    for (int i = 0; i < 2000; i++) {
        CALL_WITH(
            HVT_NET_WRITE,
            (struct hvt_net_io){.handle = FAKE_NET, .data = DATA, .len = 1514});
        assert_int_equal(io->ret, HVT_OK);
    }
    close(fake->net_peer);
    CALL_WITH(
        HVT_NET_WRITE,
        (struct hvt_net_io){.handle = FAKE_NET, .data = DATA, .len = 1514});
    assert_int_equal(io->ret, HVT_OK);
    fake->net_peer = -1;
}

static void put_frames(unsigned count, uint32_t size)
{
    struct mirage_hvt_frame *frames = at(DATA);

    for (unsigned i = 0; i < count; i++)
        frames[i] = (struct mirage_hvt_frame){DATA + 0x1000 + i * 64, size, 0};
}

static void a_batch_goes_each_way(void **state)
{
    const struct mirage_hvt_net_batch batch = {FAKE_NET, DATA, 3, 0, 0, 0};
    const struct mirage_hvt_net_batch *result = at(CALL);
    const struct mirage_hvt_frame *frames = at(DATA);
    char frame[64] = {1};

    (void)state;
    put_frames(3, 64);
    assert_int_equal(CALL_WITH(MIRAGE_HVT_NET_WRITE, batch), CALL_DONE);
    assert_int_equal(result->ret, HVT_OK);
    assert_int_equal(result->done, 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(read(fake->net_peer, frame, 64), 64);

    assert_int_equal(write(fake->net_peer, frame, 20), 20);
    assert_int_equal(write(fake->net_peer, frame, 30), 30);
    assert_int_equal(CALL_WITH(MIRAGE_HVT_NET_READ, batch), CALL_DONE);
    assert_int_equal(result->ret, HVT_AGAIN);
    assert_int_equal(result->done, 2);
    assert_int_equal(frames[0].size, 20);
    assert_int_equal(frames[1].size, 30);
    assert_int_equal(frames[2].size, 64);
}

static void a_batch_may_not_be_too_long(void **state)
{
    const struct mirage_hvt_net_batch *result = at(CALL);
    struct mirage_hvt_net_batch batch = {
        FAKE_NET, DATA, MIRAGE_HVT_MAX_FRAMES + 1, 5, 0, 0};

    (void)state;
    assert_int_equal(CALL_WITH(MIRAGE_HVT_NET_READ, batch), CALL_DONE);
    assert_int_equal(result->ret, HVT_INVALID);
    assert_int_equal(result->done, 0);
    batch.frames = FAKE_SIZE - 64;
    batch.count = MIRAGE_HVT_MAX_FRAMES;
    assert_int_equal(CALL_WITH(MIRAGE_HVT_NET_READ, batch), CALL_BAD_ACCESS);
}

static void a_busy_network_stops_a_batch(void **state)
{
    const struct mirage_hvt_net_batch batch = {
        FAKE_NET, DATA, MIRAGE_HVT_MAX_FRAMES, 0, 0, 0};
    const struct mirage_hvt_net_batch *result = at(CALL);
    int calls = 0;

    (void)state;
    put_frames(MIRAGE_HVT_MAX_FRAMES, 64);
    do
        assert_int_equal(CALL_WITH(MIRAGE_HVT_NET_WRITE, batch), CALL_DONE);
    while (result->ret == HVT_OK && ++calls < 1000);
    assert_int_equal(result->ret, HVT_AGAIN);
    assert_true(result->done < MIRAGE_HVT_MAX_FRAMES);
}

static void halt_has_a_status_of_eight_bits(void **state)
{
    (void)state;
    assert_int_equal(CALL_WITH(HVT_HALT, (struct hvt_halt){DATA, 300, 0}),
                     CALL_HALT);
    assert_int_equal(fake->hvt.status, 44);
    assert_int_equal(fake->hvt.cookie, DATA);
    assert_int_equal(
        CALL_WITH(HVT_HALT, (struct hvt_halt){FAKE_SIZE - 511, 0, 0}),
        CALL_BAD_ACCESS);
}

static enum hvt_result protect(uint64_t address, uint64_t size, uint32_t access)
{
    const struct mirage_hvt_protect *result = at(CALL);

    assert_int_equal(
        CALL_WITH(MIRAGE_HVT_PROTECT,
                  (struct mirage_hvt_protect){address, size, access, 9}),
        CALL_DONE);
    return result->ret;
}

static void pages_above_the_image_can_be_guards(void **state)
{
    (void)state;
    assert_int_equal(protect(FAKE_HEAP, 0x1000, MIRAGE_HVT_NO_ACCESS), HVT_OK);
    assert_int_equal(fake->forgotten, FAKE_HEAP);
    assert_int_equal(protect(FAKE_HEAP, 0x1000, MIRAGE_HVT_READ_WRITE), HVT_OK);
    assert_int_equal(protect(FAKE_HEAP, FAKE_SIZE - FAKE_HEAP, 0), HVT_OK);
}

static void no_other_page_can_be_changed(void **state)
{
    (void)state;
    assert_int_equal(protect(FAKE_TEXT, 0x1000, 1), HVT_INVALID);
    assert_int_equal(protect(0, 0x1000, 1), HVT_INVALID);
    assert_int_equal(protect(FAKE_HEAP + 1, 0x1000, 0), HVT_INVALID);
    assert_int_equal(protect(FAKE_HEAP, 0x1001, 0), HVT_INVALID);
    assert_int_equal(protect(FAKE_HEAP, FAKE_SIZE, 0), HVT_INVALID);
    assert_int_equal(protect(FAKE_HEAP, -0x1000ull, 0), HVT_INVALID);
    assert_int_equal(protect(-0x1000ull, 0x2000, 0), HVT_INVALID);
    assert_int_equal(protect(FAKE_HEAP, 0x1000, 2), HVT_INVALID);
}

static void a_fault_handler_has_memory_to_write_to(void **state)
{
    const struct mirage_hvt_fault_handler *result = at(CALL);
    struct mirage_hvt_fault_handler handler = {0x1234, 0x6000, DATA, 0, 0};

    (void)state;
    assert_int_equal(CALL_WITH(MIRAGE_HVT_FAULT_HANDLER, handler), CALL_DONE);
    assert_int_equal(result->ret, HVT_OK);
    assert_int_equal(fake->hvt.fault_handler.handler, 0x1234);
    handler.fault = FAKE_TEXT;
    assert_int_equal(CALL_WITH(MIRAGE_HVT_FAULT_HANDLER, handler), CALL_DONE);
    assert_int_equal(result->ret, HVT_INVALID);
    handler.fault = FAKE_SIZE - 8;
    assert_int_equal(CALL_WITH(MIRAGE_HVT_FAULT_HANDLER, handler), CALL_DONE);
    assert_int_equal(result->ret, HVT_INVALID);
    handler = (struct mirage_hvt_fault_handler){1, 0, DATA, 0, 0};
    assert_int_equal(CALL_WITH(MIRAGE_HVT_FAULT_HANDLER, handler), CALL_DONE);
    assert_int_equal(result->ret, HVT_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, create, destroy)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(unknown_calls_are_refused),
        TEST(calls_of_missing_devices_are_refused),
        TEST(guard_pages_are_for_ring_3),
        TEST(no_call_takes_a_struct_outside_of_memory),
        TEST(results_are_not_written_to_read_only_memory),
        TEST(puts_writes_to_the_console),
        TEST(poll_says_which_networks_are_ready),
        TEST(poll_may_leave_networks_out),
        TEST(walltime_is_after_2017),
        TEST(blocks_are_read_as_written),
        TEST(blocks_past_the_end_are_invalid),
        TEST(other_handles_are_invalid),
        TEST(a_disk_that_was_cut_is_an_error),
        TEST(a_disk_is_flushed),
        TEST(reading_into_text_is_refused),
        TEST(a_frame_goes_each_way),
        TEST(a_busy_network_loses_frames),
        TEST(a_batch_goes_each_way),
        TEST(a_batch_may_not_be_too_long),
        TEST(a_busy_network_stops_a_batch),
        TEST(halt_has_a_status_of_eight_bits),
        TEST(pages_above_the_image_can_be_guards),
        TEST(no_other_page_can_be_changed),
        TEST(a_fault_handler_has_memory_to_write_to),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
