/* The hypercall by which a guest says what to run when it faults. */
#include "calls.h"

static bool is_valid(struct guest *guest,
                     const struct mirage_hvt_fault_handler *call)
{
    return call->stack % 16 == 0 &&
           guest_writable(guest, call->stack - 8, sizeof(uint64_t)) &&
           guest_writable(guest, call->fault, sizeof(struct mirage_hvt_fault));
}

enum call_outcome fault_call_handler(struct hvt *hvt, uint32_t address)
{
    struct mirage_hvt_fault_handler call;

    if (!call_take(hvt, address, &call, sizeof(call)))
        return CALL_BAD_ACCESS;
    call.ret = HVT_INVALID;
    if (is_valid(&hvt->guest, &call)) {
        hvt->fault_handler = call;
        call.ret = HVT_OK;
    }
    call_return(hvt, address, &call, sizeof(call));
    return CALL_DONE;
}
