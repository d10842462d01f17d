/* The hypercalls of networks. */
#include "calls.h"
#include "device.h"

/* An image made for Solo5 takes a busy or failing network as a lossy one. */
static enum hvt_result stock_result(enum hvt_result result)
{
    return result == HVT_INVALID ? HVT_INVALID : HVT_OK;
}

enum call_outcome net_call_write(struct hvt *hvt, uint32_t address)
{
    struct hvt_net_io *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    const void *data;
    struct hvt_net_io in;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    data = guest_readable(&hvt->guest, in.data, in.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call->ret = stock_result(device_net_write(hvt, in.handle, data, in.len));
    return CALL_DONE;
}

enum call_outcome net_call_read(struct hvt *hvt, uint32_t address)
{
    struct hvt_net_io *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    struct hvt_net_io in;
    void *data;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    data = guest_writable(&hvt->guest, in.data, in.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call->ret = device_net_read(hvt, in.handle, data, &in.len);
    call->len = in.len;
    return CALL_DONE;
}
