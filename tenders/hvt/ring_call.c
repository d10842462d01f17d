/* The hypercall that waits for a ring. */
#include "calls.h"
#include "stop.h"
#include <poll.h>
#include <sys/eventfd.h>

static bool is_served(const struct ring *ring, uint32_t com_tail)
{
    return __atomic_load_n(&ring->shared->com_tail, __ATOMIC_ACQUIRE) !=
               com_tail ||
           ring_pending(ring) == 0;
}

static struct ring *find(struct hvt *hvt, uint32_t id)
{
    struct ring *ring = NULL;

    if (id == MIRAGE_HVT_NET_RING)
        ring = &hvt->net_ring;
    if (id == MIRAGE_HVT_BLOCK_RING)
        ring = &hvt->block_ring;
    return ring && ring->shared ? ring : NULL;
}

static void wait_for(struct ring *ring, uint32_t com_tail)
{
    eventfd_t count;

    atomic_store(&ring->waiting, true);
    while (!is_served(ring, com_tail) && stop_wait(ring->done_fd, POLLIN))
        eventfd_read(ring->done_fd, &count);
    atomic_store(&ring->waiting, false);
}

enum call_outcome ring_call_wait(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_ring_wait call;
    struct ring *ring;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    ring = find(hvt, call.ring);
    if (ring)
        wait_for(ring, call.com_tail);
    call.ret = ring ? HVT_OK : HVT_INVALID;
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}
