/* run.h: running a guest until it ends. */
#ifndef HVT_RUN_H
#define HVT_RUN_H

#include "hvt.h"

/*
 * Runs the guest and serves its hypercalls. Returns when it has halted or
 * crashed, with hvt->status and hvt->cookie; whatever else stops it ends the
 * program with a message and status 1.
 */
void run_guest(struct hvt *hvt);

#endif
