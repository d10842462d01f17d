/* What the tender does with a ring, on a guest without KVM. */
#include "calls.h"
#include "fake_guest.h"
#include "ring.h"
#include "test.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DATA = 0x5000 };

static struct fake_guest *fake;
static struct hvt_ring *shared;
static struct ring *ring;

static int create(void **state)
{
    (void)state;
    fake = fake_guest_create();
    shared = calloc(1, sizeof(*shared));
    ring = &fake->hvt.net_ring;
    ring->hvt = &fake->hvt;
    ring->shared = shared;
    return shared ? 0 : -1;
}

static int destroy(void **state)
{
    (void)state;
    free(shared);
    fake_guest_destroy(fake);
    return 0;
}

static void add(struct hvt_ring_entry entry)
{
    shared->entries[shared->ent_tail++ % HVT_RING_SIZE] = entry;
}

static void an_empty_ring_has_nothing_to_do(void **state)
{
    (void)state;
    assert_true(ring_serve(ring));
    assert_int_equal(shared->ent_head, 0);
    assert_int_equal(shared->com_tail, 0);
}

static void frames_are_written_without_a_commit(void **state)
{
    uint8_t *memory = fake->hvt.guest.memory;
    char frame[100];

    (void)state;
    memset(memory + DATA, 3, 60);
    add((struct hvt_ring_entry){HVT_RING_NET_WRITE, FAKE_NET, DATA, 60, 1, 0});
    add((struct hvt_ring_entry){HVT_RING_NET_WRITE, FAKE_NET, DATA, 50, 2, 0});
    assert_true(ring_serve(ring));
    assert_int_equal(read(fake->net_peer, frame, sizeof(frame)), 60);
    assert_int_equal(read(fake->net_peer, frame, sizeof(frame)), 50);
    assert_int_equal(shared->ent_head, 2);
    assert_int_equal(shared->com_tail, 0);
}

static void reads_are_answered_in_order(void **state)
{
    const char frame[32] = {5};

    (void)state;
    assert_int_equal(write(fake->net_peer, frame, 32), 32);
    add((struct hvt_ring_entry){HVT_RING_NET_READ, FAKE_NET, DATA, 1514, 7, 0});
    add((struct hvt_ring_entry){HVT_RING_NET_READ, FAKE_NET, DATA, 1514, 8, 0});
    add((struct hvt_ring_entry){HVT_RING_NET_READ, FAKE_DISK, DATA, 9, 9, 0});
    assert_true(ring_serve(ring));
    assert_int_equal(shared->com_tail, 3);
    assert_int_equal(shared->commits[0].id, 7);
    assert_int_equal(shared->commits[0].ret, HVT_OK);
    assert_int_equal(shared->commits[0].len, 32);
    assert_int_equal(shared->commits[1].ret, HVT_AGAIN);
    assert_int_equal(shared->commits[1].len, 0);
    assert_int_equal(shared->commits[2].ret, HVT_INVALID);
}

static void blocks_go_each_way(void **state)
{
    uint8_t *memory = fake->hvt.guest.memory;

    (void)state;
    memset(memory + DATA, 4, 512);
    add((struct hvt_ring_entry){MIRAGE_HVT_RING_BLOCK_WRITE, FAKE_DISK, DATA,
                                512, 1, 1024});
    add((struct hvt_ring_entry){MIRAGE_HVT_RING_BLOCK_FLUSH, FAKE_DISK, 0, 0, 2,
                                0});
    add((struct hvt_ring_entry){MIRAGE_HVT_RING_BLOCK_READ, FAKE_DISK,
                                DATA + 0x1000, 512, 3, 1024});
    add((struct hvt_ring_entry){MIRAGE_HVT_RING_BLOCK_READ, FAKE_DISK, DATA,
                                512, 4, FAKE_DISK_SIZE});
    assert_true(ring_serve(ring));
    assert_int_equal(shared->com_tail, 4);
    for (int i = 0; i < 3; i++)
        assert_int_equal(shared->commits[i].ret, HVT_OK);
    assert_int_equal(shared->commits[3].ret, HVT_INVALID);
    assert_memory_equal(memory + DATA, memory + DATA + 0x1000, 512);
}

static void unknown_operations_are_passed_over(void **state)
{
    (void)state;
    add((struct hvt_ring_entry){77, 1, 2, 3, 4, 5});
    assert_true(ring_serve(ring));
    assert_int_equal(shared->ent_head, 1);
    assert_int_equal(shared->com_tail, 0);
}

static void counters_wrap_around(void **state)
{
    (void)state;
    shared->ent_tail = shared->ent_head = UINT32_MAX;
    shared->com_tail = UINT32_MAX;
    add((struct hvt_ring_entry){HVT_RING_NET_READ, FAKE_NET, DATA, 64, 1, 0});
    add((struct hvt_ring_entry){HVT_RING_NET_READ, FAKE_NET, DATA, 64, 2, 0});
    assert_true(ring_serve(ring));
    assert_int_equal(shared->ent_head, 1);
    assert_int_equal(shared->com_tail, 1);
    assert_int_equal(shared->commits[HVT_RING_SIZE - 1].id, 1);
    assert_int_equal(shared->commits[0].id, 2);
}

static void too_many_entries_break_the_rules(void **state)
{
    (void)state;
    shared->ent_tail = HVT_RING_SIZE + 1;
    assert_false(ring_serve(ring));
    shared->ent_tail = HVT_RING_SIZE;
    assert_true(ring_serve(ring));
}

static void memory_that_is_not_the_guests_breaks_the_rules(void **state)
{
    static const struct hvt_ring_entry wrong[] = {
        {HVT_RING_NET_WRITE, FAKE_NET, FAKE_SIZE, 60, 0, 0},
        {HVT_RING_NET_READ, FAKE_NET, FAKE_TEXT, 60, 0, 0},
        {HVT_RING_NET_READ, FAKE_NET, DATA, FAKE_SIZE, 0, 0},
        {MIRAGE_HVT_RING_BLOCK_READ, FAKE_DISK, ~0ull, 512, 0, 0},
        {MIRAGE_HVT_RING_BLOCK_WRITE, FAKE_DISK, DATA, ~0u, 0, 0},
    };

    (void)state;
    for (unsigned i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        shared->ent_tail = shared->ent_head;
        add(wrong[i]);
        assert_false(ring_serve(ring));
    }
}

static enum hvt_result wait_for(uint32_t id, uint32_t com_tail)
{
    struct mirage_hvt_ring_wait *call =
        (struct mirage_hvt_ring_wait *)(fake->hvt.guest.memory + DATA);

    *call = (struct mirage_hvt_ring_wait){id, com_tail, 9, 0};
    assert_int_equal(call_handle(&fake->hvt, MIRAGE_HVT_RING_WAIT, DATA),
                     CALL_DONE);
    return call->ret;
}

static void waiting_is_for_rings_that_are(void **state)
{
    (void)state;
    assert_int_equal(wait_for(MIRAGE_HVT_NET_RING, 0), HVT_OK);
    assert_int_equal(wait_for(MIRAGE_HVT_BLOCK_RING, 0), HVT_INVALID);
    assert_int_equal(wait_for(2, 0), HVT_INVALID);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, create, destroy)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_ring_has_nothing_to_do),
        TEST(frames_are_written_without_a_commit),
        TEST(reads_are_answered_in_order),
        TEST(blocks_go_each_way),
        TEST(unknown_operations_are_passed_over),
        TEST(counters_wrap_around),
        TEST(too_many_entries_break_the_rules),
        TEST(memory_that_is_not_the_guests_breaks_the_rules),
        TEST(waiting_is_for_rings_that_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
