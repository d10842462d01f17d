/* Time, console, waiting and the end. */
#include "calls.h"
#include "console.h"
#include <time.h>

enum call_outcome core_walltime(struct hvt *hvt, uint32_t address)
{
    struct hvt_walltime call;
    struct timespec now;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    clock_gettime(CLOCK_REALTIME, &now);
    call.nsecs = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}

enum call_outcome core_puts(struct hvt *hvt, uint32_t address)
{
    struct hvt_puts call;
    const char *data;

    if (!call_take_input(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    data = guest_readable(&hvt->guest, call.data, call.len);
    if (!data)
        return CALL_BAD_ACCESS;
    console_write(data, call.len);
    return CALL_DONE;
}

enum call_outcome core_poll(struct hvt *hvt, uint32_t address)
{
    struct hvt_poll call;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    call.ret = waiter_wait(&hvt->waiter, UINT64_MAX, call.timeout_nsecs,
                           &call.ready_set);
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}

enum call_outcome core_poll_some(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_poll call;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    waiter_wait(&hvt->waiter, call.wanted, call.timeout_nsecs, &call.ready_set);
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}

enum call_outcome core_halt(struct hvt *hvt, uint32_t address)
{
    struct hvt_halt call;

    if (!call_take_input(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    if (call.cookie &&
        !guest_readable(&hvt->guest, call.cookie, HVT_COOKIE_SIZE))
        return CALL_BAD_ACCESS;
    hvt->status = call.exit_status & 0xff;
    hvt->cookie = call.cookie;
    return CALL_HALT;
}
