/* The hypercalls of disks. */
#include "calls.h"
#include "device.h"

enum call_outcome block_call_write(struct hvt *hvt, uint32_t address)
{
    struct hvt_block_io call;
    const void *data;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    data = guest_readable(&hvt->guest, call.data, call.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call.ret =
        device_block_write(hvt, call.handle, call.offset, data, call.len);
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}

enum call_outcome block_call_read(struct hvt *hvt, uint32_t address)
{
    struct hvt_block_io call;
    void *data;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    data = guest_writable(&hvt->guest, call.data, call.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call.ret = device_block_read(hvt, call.handle, call.offset, data, call.len);
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}

enum call_outcome block_call_flush(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_block_flush call;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    call.ret = device_block_flush(hvt, call.handle);
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}
