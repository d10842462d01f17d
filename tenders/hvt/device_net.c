/* Networks: taps of the host, a frame a transfer. */
#include "device.h"
#include <errno.h>
#include <unistd.h>

enum { SMALLEST_FRAME = 14, LARGEST_FRAME = 0x20000 };

static const struct mft_entry *find(struct hvt *hvt, uint64_t handle)
{
    return manifest_attached(&hvt->tender.kernel.manifest, handle,
                             MFT_DEV_NET_BASIC);
}

enum hvt_result device_net_write(struct hvt *hvt, uint64_t handle,
                                 const void *data, uint64_t size)
{
    const struct mft_entry *entry = find(hvt, handle);
    ssize_t put;

    if (!entry || size < SMALLEST_FRAME || size > LARGEST_FRAME)
        return HVT_INVALID;
    do
        put = write(entry->b.hostfd, data, size);
    while (put < 0 && errno == EINTR);
    if (put < 0 && (errno == EAGAIN || errno == ENOBUFS))
        return HVT_AGAIN;
    if (put < 0)
        return device_failed(hvt, entry, "send on");
    return device_worked(hvt, entry);
}

/*
 * A network that fails would be ready for ever, and the guest would spin; so
 * it is not waited for any more. One that is down is not failing: it is quiet.
 */
static enum hvt_result stop_reading(struct hvt *hvt,
                                    const struct mft_entry *entry)
{
    enum hvt_result result = device_failed(hvt, entry, "receive from");

    waiter_forget(&hvt->waiter,
                  manifest_handle(&hvt->tender.kernel.manifest, entry));
    return result;
}

enum hvt_result device_net_read(struct hvt *hvt, uint64_t handle, void *data,
                                uint64_t *size)
{
    const struct mft_entry *entry = find(hvt, handle);
    uint64_t room = *size < LARGEST_FRAME ? *size : LARGEST_FRAME;
    ssize_t got;

    if (!entry)
        return HVT_INVALID;
    do
        got = read(entry->b.hostfd, data, room);
    while (got < 0 && errno == EINTR);
    if (got == 0 || (got < 0 && errno == EAGAIN))
        return HVT_AGAIN;
    if (got < 0)
        return stop_reading(hvt, entry);
    *size = (uint64_t)got;
    return HVT_OK;
}
