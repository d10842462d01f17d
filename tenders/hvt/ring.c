/*
 * Carrying out what a ring's entries say. The guest may change any of it at
 * any time: counters and entries are read once, and the tender believes its
 * own copy.
 */
#include "ring.h"
#include "device.h"

static uint32_t load(const uint32_t *counter)
{
    return __atomic_load_n(counter, __ATOMIC_ACQUIRE);
}

static void store(uint32_t *counter, uint32_t value)
{
    __atomic_store_n(counter, value, __ATOMIC_RELEASE);
}

uint32_t ring_pending(const struct ring *ring)
{
    return load(&ring->shared->ent_tail) - load(&ring->shared->ent_head);
}

static void commit(struct ring *ring, const struct hvt_ring_entry *entry,
                   enum hvt_result result, uint64_t len)
{
    struct hvt_ring *shared = ring->shared;
    uint32_t tail = load(&shared->com_tail);

    shared->commits[tail % HVT_RING_SIZE] = (struct hvt_ring_commit){
        .id = entry->id,
        .ret = result,
        .len = result == HVT_OK ? (uint32_t)len : 0,
    };
    store(&shared->com_tail, tail + 1);
}

static bool write_frame(struct ring *ring, const struct hvt_ring_entry *entry)
{
    struct hvt *hvt = ring->hvt;
    const void *data = guest_readable(&hvt->guest, entry->data, entry->len);

    if (data)
        device_net_write(hvt, entry->handle, data, entry->len);
    return data;
}

static bool read_frame(struct ring *ring, const struct hvt_ring_entry *entry)
{
    struct hvt *hvt = ring->hvt;
    void *data = guest_writable(&hvt->guest, entry->data, entry->len);
    uint64_t len = entry->len;
    enum hvt_result result;

    if (!data)
        return false;
    result = device_net_read(hvt, entry->handle, data, &len);
    commit(ring, entry, result, len);
    return true;
}

static bool read_block(struct ring *ring, const struct hvt_ring_entry *entry)
{
    struct hvt *hvt = ring->hvt;
    void *data = guest_writable(&hvt->guest, entry->data, entry->len);

    if (data)
        commit(ring, entry,
               device_block_read(hvt, entry->handle, entry->offset, data,
                                 entry->len),
               entry->len);
    return data;
}

static bool write_block(struct ring *ring, const struct hvt_ring_entry *entry)
{
    struct hvt *hvt = ring->hvt;
    const void *data = guest_readable(&hvt->guest, entry->data, entry->len);

    if (data)
        commit(ring, entry,
               device_block_write(hvt, entry->handle, entry->offset, data,
                                  entry->len),
               entry->len);
    return data;
}

/* An operation nobody knows is passed over, as in Solo5. */
static bool carry_out(struct ring *ring, const struct hvt_ring_entry *entry)
{
    switch (entry->operation) {
    case HVT_RING_NET_WRITE:
        return write_frame(ring, entry);
    case HVT_RING_NET_READ:
        return read_frame(ring, entry);
    case MIRAGE_HVT_RING_BLOCK_READ:
        return read_block(ring, entry);
    case MIRAGE_HVT_RING_BLOCK_WRITE:
        return write_block(ring, entry);
    case MIRAGE_HVT_RING_BLOCK_FLUSH:
        commit(ring, entry, device_block_flush(ring->hvt, entry->handle), 0);
        return true;
    default:
        return true;
    }
}

bool ring_serve(struct ring *ring)
{
    struct hvt_ring *shared = ring->shared;
    uint32_t head = load(&shared->ent_head);
    uint32_t pending = load(&shared->ent_tail) - head;

    if (pending > HVT_RING_SIZE)
        return false;
    for (; pending; pending--) {
        struct hvt_ring_entry entry = shared->entries[head % HVT_RING_SIZE];

        if (!carry_out(ring, &entry))
            return false;
        store(&shared->ent_head, ++head);
    }
    return true;
}
