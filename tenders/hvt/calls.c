#include "calls.h"
#include "device.h"
#include <string.h>

/* Who may make a call. */
enum available {
    NEVER,
    ALWAYS,
    WITH_BLOCK, /* a guest with a disk */
    WITH_NET,   /* a guest with a network */
    AT_RING_3,
};

struct call {
    call_fn *handle;
    enum available available;
};

static const struct call calls[] = {
    [HVT_WALLTIME] = {core_walltime, ALWAYS},
    [HVT_PUTS] = {core_puts, ALWAYS},
    [HVT_POLL] = {core_poll, ALWAYS},
    [HVT_BLOCK_WRITE] = {block_call_write, WITH_BLOCK},
    [HVT_BLOCK_READ] = {block_call_read, WITH_BLOCK},
    [HVT_NET_WRITE] = {net_call_write, WITH_NET},
    [HVT_NET_READ] = {net_call_read, WITH_NET},
    [HVT_HALT] = {core_halt, ALWAYS},
    [MIRAGE_HVT_NET_WRITE] = {net_call_write_batch, WITH_NET},
    [MIRAGE_HVT_NET_READ] = {net_call_read_batch, WITH_NET},
    [MIRAGE_HVT_BLOCK_FLUSH] = {block_call_flush, WITH_BLOCK},
    [MIRAGE_HVT_RING_WAIT] = {ring_call_wait, ALWAYS},
    [MIRAGE_HVT_PROTECT] = {protect_call, AT_RING_3},
    [MIRAGE_HVT_FAULT_HANDLER] = {fault_call_handler, AT_RING_3},
    [MIRAGE_HVT_POLL] = {core_poll_some, ALWAYS},
};

enum { CALL_COUNT = sizeof(calls) / sizeof(calls[0]) };

static bool is_available(const struct hvt *hvt, unsigned number)
{
    switch (calls[number].available) {
    case NEVER:
        return false;
    case ALWAYS:
        return true;
    case WITH_BLOCK:
        return device_is_attached(hvt, MFT_DEV_BLOCK_BASIC);
    case WITH_NET:
        return device_is_attached(hvt, MFT_DEV_NET_BASIC);
    case AT_RING_3:
        return hvt->cpl == 3;
    }
    return false;
}

enum call_outcome call_handle(struct hvt *hvt, unsigned number,
                              uint32_t address)
{
    if (number >= CALL_COUNT || !is_available(hvt, number))
        return CALL_UNKNOWN;
    return calls[number].handle(hvt, address);
}

uint32_t call_extensions(const struct hvt *hvt)
{
    uint32_t bits = 0;

    for (unsigned i = MIRAGE_HVT_FIRST_CALL; i < CALL_COUNT; i++)
        if (is_available(hvt, i))
            bits |= mirage_hvt_call_bit(i);
    return bits;
}

bool call_take_input(struct hvt *hvt, uint32_t address, void *call, size_t size)
{
    const void *place = guest_readable(&hvt->guest, address, size);

    if (place)
        memcpy(call, place, size);
    return place;
}

bool call_take(struct hvt *hvt, uint32_t address, void *call, size_t size)
{
    return guest_writable(&hvt->guest, address, size) &&
           call_take_input(hvt, address, call, size);
}

void call_return(struct hvt *hvt, uint32_t address, const void *call,
                 size_t size)
{
    memcpy(hvt->guest.memory + address, call, size);
}
