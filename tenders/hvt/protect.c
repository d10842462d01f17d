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

enum call_outcome protect_call(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_protect *call =
        guest_writable(&hvt->guest, address, sizeof(*call));
    struct mirage_hvt_protect in;

    if (!call)
        return CALL_BAD_ACCESS;
    in = *call;
    call->ret = HVT_INVALID;
    if (!is_allowed(&hvt->guest, &in))
        return CALL_DONE;
    page_tables_map(&hvt->tables, in.address, in.address + in.size,
                    in.access == MIRAGE_HVT_READ_WRITE ? PAGE_READ | PAGE_WRITE
                                                       : PAGE_NONE);
    if (in.access == MIRAGE_HVT_NO_ACCESS)
        vm_forget_translation(&hvt->vm, in.address, in.size);
    call->ret = HVT_OK;
    return CALL_DONE;
}
