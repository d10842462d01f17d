/* Guard pages, for a guest at ring 3. */
#include "calls.h"
#include "layout.h"

/* Nothing of the image, so that it cannot make its own text writable. */
static uint64_t first_free(const struct guest *guest)
{
    if (!guest->segment_count)
        return HVT_GUEST_MIN_BASE;
    return guest->segments[guest->segment_count - 1].end;
}

static bool is_allowed(const struct guest *guest,
                       const struct mirage_hvt_protect *call)
{
    return call->address % PAGE_SIZE == 0 && call->size % PAGE_SIZE == 0 &&
           call->address >= first_free(guest) && call->address <= guest->size &&
           call->size <= guest->size - call->address &&
           call->access <= MIRAGE_HVT_READ_WRITE;
}

static void protect(struct hvt *hvt, const struct mirage_hvt_protect *call)
{
    uint64_t end = call->address + call->size;

    if (call->access == MIRAGE_HVT_READ_WRITE) {
        page_tables_map(&hvt->tables, call->address, end,
                        PAGE_READ | PAGE_WRITE);
        return;
    }
    page_tables_map(&hvt->tables, call->address, end, PAGE_NONE);
    vm_forget_translation(&hvt->vm, call->address, call->size);
}

enum call_outcome protect_call(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_protect call;
    bool allowed;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    allowed = is_allowed(&hvt->guest, &call);
    if (allowed)
        protect(hvt, &call);
    call.ret = allowed ? HVT_OK : HVT_INVALID;
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}
