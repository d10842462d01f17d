/*
 * Disks and networks by rings: what a stock image does for networks, and one
 * of ours for disks.
 */
#include "hvt.h"

/* As stock images do: no frame may change before it has been sent. */
enum { BUFFER_SIZE = 2048, BUFFERS = 64 };

static uint8_t buffers[BUFFERS][BUFFER_SIZE];

static struct hvt_ring *net_ring(void)
{
    const struct hvt_boot_info *boot = hvt_boot();

    guest_check(boot->host_features & HVT_FEATURE_NET_RING, "a ring");
    return (struct hvt_ring *)boot->net_ring;
}

static struct hvt_ring *block_ring(void)
{
    const struct mirage_hvt_info *info = hvt_info();

    guest_check(info && info->block_ring, "a ring for disks");
    return (struct hvt_ring *)info->block_ring;
}

/* Looks for a while, then sleeps until there is a commit. */
static void sleep_for_commit(struct hvt_ring *ring)
{
    struct mirage_hvt_ring_wait call = {
        .ring = MIRAGE_HVT_BLOCK_RING,
        .com_tail = ring->com_head,
    };

    for (int i = 0; i < 100; i++) {
        if (__atomic_load_n(&ring->com_tail, __ATOMIC_ACQUIRE) !=
            ring->com_head)
            return;
        __builtin_ia32_pause();
    }
    hvt_call(MIRAGE_HVT_RING_WAIT, &call);
    guest_check(call.ret == HVT_OK, "waiting for a ring");
}

static int block(uint32_t operation, unsigned handle, uint64_t offset,
                 const void *data, size_t size)
{
    struct hvt_ring *ring = block_ring();

    hvt_ring_add(ring, MIRAGE_HVT_BLOCK_RING_PORT,
                 (struct hvt_ring_entry){
                     .operation = operation,
                     .handle = handle,
                     .data = (uint64_t)data,
                     .len = (uint32_t)size,
                     .offset = offset,
                 });
    sleep_for_commit(ring);
    return hvt_ring_take(ring).ret;
}

int guest_disk_read(unsigned handle, uint64_t offset, void *data, size_t size)
{
    return block(MIRAGE_HVT_RING_BLOCK_READ, handle, offset, data, size);
}

int guest_disk_write(unsigned handle, uint64_t offset, const void *data,
                     size_t size)
{
    int ret = block(MIRAGE_HVT_RING_BLOCK_WRITE, handle, offset, data, size);

    if (ret)
        return ret;
    return block(MIRAGE_HVT_RING_BLOCK_FLUSH, handle, 0, 0, 0);
}

long guest_net_read(unsigned handle, void *frame, size_t room)
{
    struct hvt_ring *ring = net_ring();
    struct hvt_ring_commit commit;

    hvt_ring_add(ring, HVT_NET_RING_PORT,
                 (struct hvt_ring_entry){
                     .operation = HVT_RING_NET_READ,
                     .handle = handle,
                     .data = (uint64_t)frame,
                     .len = (uint32_t)room,
                     .id = 77,
                 });
    commit = hvt_ring_take(ring);
    guest_check(commit.id == 77, "the commit of this read");
    if (commit.ret == HVT_AGAIN)
        return 0;
    return commit.ret == HVT_OK ? (long)commit.len : -1;
}

int guest_net_write(unsigned handle, const void *frame, size_t size)
{
    struct hvt_ring *ring = net_ring();
    uint8_t *buffer = buffers[ring->ent_tail % BUFFERS];

    guest_check(size <= BUFFER_SIZE, "the frame fits");
    while (ring->ent_tail -
               __atomic_load_n(&ring->ent_head, __ATOMIC_ACQUIRE) >=
           BUFFERS)
        __builtin_ia32_pause();
    memcpy(buffer, frame, size);
    hvt_ring_add(ring, HVT_NET_RING_PORT,
                 (struct hvt_ring_entry){
                     .operation = HVT_RING_NET_WRITE,
                     .handle = handle,
                     .data = (uint64_t)buffer,
                     .len = (uint32_t)size,
                 });
    return 0;
}
