/*
 * Random hypercalls and ring entries, on a guest without KVM: no crash, nothing
 * read or written outside of the guest's memory (its ends are guarded by the
 * sanitizer), nothing written to its read-only part.
 *
 * The input is a sequence of calls: a byte with the number, two with the place
 * of the struct, one with a bit for each word that is to be brought near the
 * memory's addresses, so that not all are refused, and the struct's bytes.
 */
#include "calls.h"
#include "fake_guest.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MAX_STRUCT = 64,
    /* of a call's number */
    RING_ENTRY = 0x80,
    FAR_AWAY = 0x40,
    FRAME_ARRIVES = 0x3f,
};

static struct fake_guest *fake;
static struct hvt_ring *shared;
static uint8_t text[FAKE_HEAP - FAKE_TEXT];

static void set_up(void)
{
    fake = fake_guest_create();
    shared = calloc(1, sizeof(*shared));
    if (!shared)
        abort();
    fake->hvt.net_ring.hvt = &fake->hvt;
    fake->hvt.net_ring.shared = shared;
    memcpy(text, fake->hvt.guest.memory + FAKE_TEXT, sizeof(text));
}

struct input {
    const uint8_t *data;
    size_t size;
};

static unsigned take(struct input *input, size_t size, void *to)
{
    size_t taken = size < input->size ? size : input->size;

    memset(to, 0, size);
    memcpy(to, input->data, taken);
    input->data += taken;
    input->size -= taken;
    return taken;
}

static unsigned take_byte(struct input *input)
{
    uint8_t byte;

    take(input, 1, &byte);
    return byte;
}

/* Words of the struct that would be far away come near the ends of memory. */
static void bring_near(uint64_t *words, unsigned hint)
{
    for (unsigned i = 0; i < MAX_STRUCT / 8; i++) {
        if (!(hint >> i & 1))
            continue;
        words[i] = words[i] % (FAKE_SIZE + 64);
    }
}

static void make_call(unsigned number, struct input *input)
{
    uint8_t *memory = fake->hvt.guest.memory;
    uint64_t words[MAX_STRUCT / 8];
    uint16_t place;

    take(input, sizeof(place), &place);
    unsigned hint = take_byte(input);
    take(input, sizeof(words), words);
    bring_near(words, hint);
    if (place + sizeof(words) <= FAKE_TEXT || place >= FAKE_HEAP)
        memcpy(memory + place, words,
               place + sizeof(words) > FAKE_SIZE ? FAKE_SIZE - place
                                                 : sizeof(words));
    call_handle(&fake->hvt, number & ~FAR_AWAY,
                place + (number & FAR_AWAY ? FAKE_SIZE : 0));
}

static void add_entry(struct input *input)
{
    struct hvt_ring_entry entry;

    take(input, sizeof(entry), &entry);
    entry.operation %= 8;
    entry.handle %= 4;
    entry.len %= FAKE_SIZE + 64;
    if (entry.id & 1)
        entry.data %= FAKE_SIZE + 64;
    shared->entries[shared->ent_tail++ % HVT_RING_SIZE] = entry;
    if (!ring_serve(&fake->hvt.net_ring))
        shared->ent_head = shared->ent_tail;
}

static void receive_frame(struct input *input)
{
    uint8_t frame[MAX_STRUCT] = {0};

    if (write(fake->net_peer, frame, take_byte(input) % MAX_STRUCT) < 0)
        return; /* full: the guest has not read for a while */
}

/* So that the guest's network is not busy for ever. */
static void send_frames(void)
{
    uint8_t frame[MAX_STRUCT];

    while (read(fake->net_peer, frame, sizeof(frame)) >= 0)
        continue;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};

    if (!fake)
        set_up();
    while (input.size) {
        unsigned number = take_byte(&input);

        if (number & RING_ENTRY)
            add_entry(&input);
        else if (number == FRAME_ARRIVES)
            receive_frame(&input);
        else
            make_call(number, &input);
    }
    send_frames();
    fake->console_size = 0;
    if (memcmp(text, fake->hvt.guest.memory + FAKE_TEXT, sizeof(text)) != 0)
        abort();
    return 0;
}
