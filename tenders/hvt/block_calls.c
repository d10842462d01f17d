/* The hypercalls of disks. */
#include "calls.h"
#include "device.h"

enum call_outcome block_call_write(struct hvt *hvt, uint32_t address)
{
    struct hvt_block_io *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    const void *data;
    struct hvt_block_io in;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    data = guest_readable(&hvt->guest, in.data, in.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call->ret = device_block_write(hvt, in.handle, in.offset, data, in.len);
    return CALL_DONE;
}

enum call_outcome block_call_read(struct hvt *hvt, uint32_t address)
{
    struct hvt_block_io *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    struct hvt_block_io in;
    void *data;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    data = guest_writable(&hvt->guest, in.data, in.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call->ret = device_block_read(hvt, in.handle, in.offset, data, in.len);
    return CALL_DONE;
}

enum call_outcome block_call_flush(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_block_flush *call =
        guest_writable(&hvt->guest, address, sizeof(*call));

    if (!call)
        return CALL_BAD_ACCESS;
    call->ret = device_block_flush(hvt, call->handle);
    return CALL_DONE;
}
