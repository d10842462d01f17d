/* Time, console, waiting and the end. */
#include "calls.h"
#include "console.h"
#include <time.h>

enum call_outcome core_walltime(struct hvt *hvt, uint32_t address)
{
    struct hvt_walltime *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    struct timespec now;

    if (!call)
        return CALL_BAD_ACCESS;
    clock_gettime(CLOCK_REALTIME, &now);
    call->nsecs = (uint64_t)now.tv_sec * 1000000000 + now.tv_nsec;
    return CALL_DONE;
}

enum call_outcome core_puts(struct hvt *hvt, uint32_t address)
{
    const struct hvt_puts *call =
        guest_readable(&hvt->guest, address, sizeof(*call));
    const char *data;
    struct hvt_puts in;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    data = guest_readable(&hvt->guest, in.data, in.len);
    if (!data)
        return CALL_BAD_ACCESS;
    console_write(data, in.len);
    return CALL_DONE;
}

enum call_outcome core_poll(struct hvt *hvt, uint32_t address)
{
    struct hvt_poll *call = guest_writable(&hvt->guest, address, sizeof(*call));
    uint64_t ready;

    if (!call)
        return CALL_BAD_ACCESS;
    call->ret = waiter_wait(&hvt->waiter, call->timeout_nsecs, &ready);
    call->ready_set = ready;
    return CALL_DONE;
}

enum call_outcome core_halt(struct hvt *hvt, uint32_t address)
{
    const struct hvt_halt *call =
        guest_readable(&hvt->guest, address, sizeof(*call));
    struct hvt_halt in;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    if (in.cookie && !guest_readable(&hvt->guest, in.cookie, HVT_COOKIE_SIZE))
        return CALL_BAD_ACCESS;
    hvt->status = in.exit_status & 0xff;
    hvt->cookie = in.cookie;
    return CALL_HALT;
}
