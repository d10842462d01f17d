/*
 * fault.h: faults of a guest that was entered at ring 3.
 *
 * A fault runs a stub at ring 0 (descriptors.h), whose `out` to FAULT_PORT +
 * vector makes KVM_RUN return. The processor has pushed what it knows on the
 * stack in the supervisor area.
 */
#ifndef HVT_FAULT_H
#define HVT_FAULT_H

#include "hvt.h"

/* Whether a port is that of a stub. */
bool fault_is_port(const struct hvt *hvt, uint16_t port);

/* Reads what happened from the stopped processor. */
struct mirage_hvt_fault fault_read(const struct hvt *hvt, uint64_t vector);

/*
 * Makes the guest go on at ring 3 with these registers; frame.cr2, error_code
 * and the selectors do not count.
 */
void fault_return(struct hvt *hvt, const struct mirage_hvt_fault *fault);

/* Makes the guest's handler run, once. False if it has set none. */
bool fault_deliver(struct hvt *hvt, const struct mirage_hvt_fault *fault);

/* Prints what happened and the registers on standard error. */
void fault_print(const struct mirage_hvt_fault *fault);

#endif
