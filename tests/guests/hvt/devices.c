/* Disks and networks by stock hypercalls. */
#include "hvt.h"

static int block(unsigned number, unsigned handle, uint64_t offset,
                 const void *data, size_t size)
{
    struct hvt_block_io call = {
        .handle = handle,
        .offset = offset,
        .data = (uint64_t)data,
        .len = size,
    };

    hvt_call(number, &call);
    return call.ret;
}

int guest_disk_read(unsigned handle, uint64_t offset, void *data, size_t size)
{
    return block(HVT_BLOCK_READ, handle, offset, data, size);
}

int guest_disk_write(unsigned handle, uint64_t offset, const void *data,
                     size_t size)
{
    return block(HVT_BLOCK_WRITE, handle, offset, data, size);
}

long guest_net_read(unsigned handle, void *frame, size_t room)
{
    struct hvt_net_io call = {
        .handle = handle,
        .data = (uint64_t)frame,
        .len = room,
    };

    hvt_call(HVT_NET_READ, &call);
    if (call.ret == HVT_AGAIN)
        return 0;
    return call.ret == HVT_OK ? (long)call.len : -1;
}

int guest_net_write(unsigned handle, const void *frame, size_t size)
{
    struct hvt_net_io call = {
        .handle = handle,
        .data = (uint64_t)frame,
        .len = size,
    };

    hvt_call(HVT_NET_WRITE, &call);
    return call.ret;
}
