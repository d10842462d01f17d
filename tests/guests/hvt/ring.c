#include "hvt.h"

void hvt_ring_add(struct hvt_ring *ring, uint16_t port,
                  struct hvt_ring_entry entry)
{
    uint32_t tail = ring->ent_tail;

    while (tail - __atomic_load_n(&ring->ent_head, __ATOMIC_ACQUIRE) >=
           HVT_RING_SIZE)
        __builtin_ia32_pause();
    ring->entries[tail % HVT_RING_SIZE] = entry;
    __atomic_store_n(&ring->ent_tail, tail + 1, __ATOMIC_RELEASE);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    if (__atomic_load_n(&ring->needs_kick, __ATOMIC_RELAXED))
        hvt_out(port, 0);
}

struct hvt_ring_commit hvt_ring_take(struct hvt_ring *ring)
{
    uint32_t head = ring->com_head;
    struct hvt_ring_commit commit;

    while (__atomic_load_n(&ring->com_tail, __ATOMIC_ACQUIRE) == head)
        __builtin_ia32_pause();
    commit = ring->commits[head % HVT_RING_SIZE];
    __atomic_store_n(&ring->com_head, head + 1, __ATOMIC_RELEASE);
    return commit;
}
