/* The hypercalls that move many frames at once. */
#include "calls.h"
#include "device.h"

typedef enum call_outcome frame_fn(struct hvt *hvt, uint64_t handle,
                                   struct mirage_hvt_frame *frame,
                                   enum hvt_result *result);

static enum call_outcome write_frame(struct hvt *hvt, uint64_t handle,
                                     struct mirage_hvt_frame *frame,
                                     enum hvt_result *result)
{
    struct mirage_hvt_frame in = *frame;
    const void *data = guest_readable(&hvt->guest, in.data, in.size);

    if (!data)
        return CALL_BAD_ACCESS;
    *result = device_net_write(hvt, handle, data, in.size);
    return CALL_DONE;
}

static enum call_outcome read_frame(struct hvt *hvt, uint64_t handle,
                                    struct mirage_hvt_frame *frame,
                                    enum hvt_result *result)
{
    struct mirage_hvt_frame in = *frame;
    void *data = guest_writable(&hvt->guest, in.data, in.size);
    uint64_t size = in.size;

    if (!data)
        return CALL_BAD_ACCESS;
    *result = device_net_read(hvt, handle, data, &size);
    if (*result == HVT_OK)
        frame->size = (uint32_t)size;
    return CALL_DONE;
}

static enum call_outcome move(struct hvt *hvt, uint32_t address,
                              frame_fn *move_frame)
{
    struct mirage_hvt_net_batch *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    enum call_outcome outcome = CALL_DONE;
    enum hvt_result result = HVT_OK;
    struct mirage_hvt_frame *frames;
    struct mirage_hvt_net_batch in;
    uint32_t done = 0;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    if (in.count > MIRAGE_HVT_MAX_FRAMES) {
        call->done = 0;
        call->ret = HVT_INVALID;
        return CALL_DONE;
    }
    frames = guest_writable(&hvt->guest, in.frames,
                            in.count * sizeof(struct mirage_hvt_frame));
    if (!frames)
        return CALL_BAD_ACCESS;
    while (done < in.count) {
        outcome = move_frame(hvt, in.handle, &frames[done], &result);
        if (outcome != CALL_DONE || result != HVT_OK)
            break;
        done++;
    }
    call->done = done;
    call->ret = result;
    return outcome;
}

enum call_outcome net_call_write_batch(struct hvt *hvt, uint32_t address)
{
    return move(hvt, address, write_frame);
}

enum call_outcome net_call_read_batch(struct hvt *hvt, uint32_t address)
{
    return move(hvt, address, read_frame);
}
