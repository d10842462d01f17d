/*
 * sandbox.h: what the tender itself may still do once the guest runs.
 *
 * KVM keeps the guest in; this is the second wall, for the case that the guest
 * gets the better of the tender: it can then use what is open, and no more.
 */
#ifndef HVT_SANDBOX_H
#define HVT_SANDBOX_H

#include "hvt.h"

/*
 * Writes the filter for this guest and gives up new privileges, before any
 * thread is started.
 */
void sandbox_prepare(const struct hvt *hvt);

/*
 * Confines the calling thread, for good. A host that keeps its processes from
 * loading filters confines them already: there, this is told and done without.
 */
void sandbox_enter(void);

#endif
