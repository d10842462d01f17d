/*
 * gdb_guest.h: a guest of KVM, as a debugger's target.
 */
#ifndef HVT_GDB_GUEST_H
#define HVT_GDB_GUEST_H

#include "gdb_command.h"
#include "hvt.h"

/* The guest as a target; there is one. */
struct gdb_target gdb_guest_target(struct hvt *hvt);

/* Arranges for breakpoints, and for a stop after one instruction. */
void gdb_guest_arm(struct hvt *hvt, bool step);

/*
 * After a breakpoint instruction was executed, and counted: puts the guest
 * back before it if it was one of ours.
 */
void gdb_guest_rewind(struct hvt *hvt);

/* Whether a software breakpoint is set there. */
bool gdb_guest_has_breakpoint(uint64_t address);

/* Takes all breakpoints away. */
void gdb_guest_release(struct hvt *hvt);

#endif
