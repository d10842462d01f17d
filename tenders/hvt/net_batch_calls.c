/* The hypercalls that move many frames at once. */
#include "calls.h"
#include "device.h"
#include <string.h>

/* Moves one frame; its size changes if it is read. */
typedef enum call_outcome frame_fn(struct hvt *hvt, uint64_t handle,
                                   struct mirage_hvt_frame *frame,
                                   enum hvt_result *result);

static enum call_outcome write_frame(struct hvt *hvt, uint64_t handle,
                                     struct mirage_hvt_frame *frame,
                                     enum hvt_result *result)
{
    const void *data = guest_readable(&hvt->guest, frame->data, frame->size);

    if (!data)
        return CALL_BAD_ACCESS;
    *result = device_net_write(hvt, handle, data, frame->size);
    return CALL_DONE;
}

static enum call_outcome read_frame(struct hvt *hvt, uint64_t handle,
                                    struct mirage_hvt_frame *frame,
                                    enum hvt_result *result)
{
    void *data = guest_writable(&hvt->guest, frame->data, frame->size);
    uint64_t size = frame->size;

    if (!data)
        return CALL_BAD_ACCESS;
    *result = device_net_read(hvt, handle, data, &size);
    frame->size = (uint32_t)size;
    return CALL_DONE;
}

/* Sets `done` and `ret`. */
static enum call_outcome move_frames(struct hvt *hvt, frame_fn *move_frame,
                                     struct mirage_hvt_net_batch *call,
                                     uint8_t *frames)
{
    enum hvt_result result = HVT_OK;
    struct mirage_hvt_frame frame;

    for (; call->done < call->count; call->done++) {
        uint8_t *place = frames + call->done * sizeof(frame);

        memcpy(&frame, place, sizeof(frame));
        if (move_frame(hvt, call->handle, &frame, &result) != CALL_DONE)
            return CALL_BAD_ACCESS;
        if (result != HVT_OK)
            break;
        memcpy(place, &frame, sizeof(frame));
    }
    call->ret = result;
    return CALL_DONE;
}

static enum call_outcome move_batch(struct hvt *hvt, uint32_t address,
                                    frame_fn *move_frame)
{
    enum call_outcome outcome = CALL_DONE;
    struct mirage_hvt_net_batch call;
    uint8_t *frames;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    frames = guest_writable(&hvt->guest, call.frames,
                            call.count * sizeof(struct mirage_hvt_frame));
    if (!frames)
        return CALL_BAD_ACCESS;
    call.done = 0;
    call.ret = HVT_INVALID;
    if (call.count <= MIRAGE_HVT_MAX_FRAMES)
        outcome = move_frames(hvt, move_frame, &call, frames);
    call_return(hvt, address, &call, sizeof(call));
    return outcome;
}

enum call_outcome net_call_write_batch(struct hvt *hvt, uint32_t address)
{
    return move_batch(hvt, address, write_frame);
}

enum call_outcome net_call_read_batch(struct hvt *hvt, uint32_t address)
{
    return move_batch(hvt, address, read_frame);
}
