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
    struct hvt_net_io call;
    const void *data;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    data = guest_readable(&hvt->guest, call.data, call.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call.ret = stock_result(device_net_write(hvt, call.handle, data, call.len));
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}

enum call_outcome net_call_read(struct hvt *hvt, uint32_t address)
{
    struct hvt_net_io call;
    void *data;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    data = guest_writable(&hvt->guest, call.data, call.len);
    if (!data)
        return CALL_BAD_ACCESS;
    call.ret = device_net_read(hvt, call.handle, data, &call.len);
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}
