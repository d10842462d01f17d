/*
 * Networks: many frames in one call with a tender of ours, one in each with
 * others.
 */
#include "../solo5/boot.h"
#include "../solo5/manifest.h"
#include "host.h"
#include <mirage/platform.h>
#include <string.h>

enum { ETHERNET_HEADER = 14, BATCH = 32 };

enum mirage_error mirage_platform_net_acquire(const char *name,
                                              unsigned *handle,
                                              struct mirage_net_info *info)
{
    const struct mft_entry *entry = solo5_manifest_find(
        solo5_machine.manifest, name, MFT_DEV_NET_BASIC, handle);

    if (!entry)
        return MIRAGE_NOT_FOUND;
    memcpy(info->mac, entry->u.net.mac, sizeof(info->mac));
    info->mtu = entry->u.net.mtu;
    info->offload = 0;
    return MIRAGE_OK;
}

static enum mirage_error error_of(int32_t ret)
{
    switch (ret) {
    case HVT_OK:
        return MIRAGE_OK;
    case HVT_AGAIN:
        return MIRAGE_AGAIN;
    default:
        return MIRAGE_DISCONNECTED;
    }
}

/* ---- one frame ---- */

static enum mirage_error move_frame(enum hvt_hypercall call, unsigned handle,
                                    const struct mirage_frame *frame,
                                    size_t *size)
{
    struct hvt_net_io args = {
        .handle = handle,
        .data = (uintptr_t)frame->data,
        .len = frame->size,
    };

    hvt_call(call, &args);
    *size = args.len;
    return error_of(args.ret);
}

/* ---- a batch ---- */

/* Moves up to BATCH frames; *sizes are theirs afterwards. */
static enum mirage_error move_batch(enum mirage_hvt_hypercall call,
                                    unsigned handle,
                                    const struct mirage_frame *frames,
                                    size_t count, size_t *done, size_t *sizes)
{
    struct mirage_hvt_frame list[BATCH];
    struct mirage_hvt_net_batch args = {
        .handle = handle,
        .frames = (uintptr_t)list,
        .count = (uint32_t)count,
    };

    for (size_t i = 0; i < count; i++)
        list[i] = (struct mirage_hvt_frame){
            .data = (uintptr_t)frames[i].data,
            .size = (uint32_t)frames[i].size,
        };
    hvt_call(call, &args);
    *done = args.done;
    for (size_t i = 0; i < *done; i++)
        sizes[i] = list[i].size;
    return error_of(args.ret);
}

/* Moves some frames: as many as one call can. */
static enum mirage_error move(bool is_read, unsigned handle,
                              const struct mirage_frame *frames, size_t count,
                              size_t *done, size_t *sizes)
{
    enum mirage_error error;

    if (hvt_has(is_read ? MIRAGE_HVT_NET_READ : MIRAGE_HVT_NET_WRITE))
        return move_batch(is_read ? MIRAGE_HVT_NET_READ : MIRAGE_HVT_NET_WRITE,
                          handle, frames, count < BATCH ? count : BATCH, done,
                          sizes);
    error = move_frame(is_read ? HVT_NET_READ : HVT_NET_WRITE, handle, frames,
                       sizes);
    *done = error ? 0 : 1;
    return error;
}

/* ---- the floor ---- */

/* How many frames fit through the network, from the first on. */
static size_t count_fitting(unsigned handle, const struct mirage_frame *frames,
                            size_t count)
{
    size_t most = (size_t)hvt_device(handle)->u.net.mtu + ETHERNET_HEADER;
    size_t fitting = 0;

    while (fitting < count && frames[fitting].size <= most)
        fitting++;
    return fitting;
}

enum mirage_error mirage_platform_net_write(unsigned handle,
                                            const struct mirage_frame *frames,
                                            size_t count, size_t *sent)
{
    size_t fitting = count_fitting(handle, frames, count);
    enum mirage_error error = MIRAGE_OK;
    size_t sizes[BATCH], done;

    for (*sent = 0; *sent < fitting && !error; *sent += done)
        error =
            move(false, handle, frames + *sent, fitting - *sent, &done, sizes);
    if (!error && fitting < count)
        return MIRAGE_INVALID;
    return error;
}

enum mirage_error mirage_platform_net_read(unsigned handle,
                                           struct mirage_frame *frames,
                                           size_t count, size_t *received)
{
    enum mirage_error error = MIRAGE_OK;
    size_t sizes[BATCH], done;

    for (*received = 0; *received < count && !error; *received += done) {
        error = move(true, handle, frames + *received, count - *received, &done,
                     sizes);
        for (size_t i = 0; i < done; i++)
            frames[*received + i] = (struct mirage_frame){
                .data = frames[*received + i].data, .size = sizes[i]};
    }
    return *received > 0 ? MIRAGE_OK : error;
}
