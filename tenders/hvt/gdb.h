/*
 * gdb.h: letting gdb look at the guest: `target remote localhost:PORT`.
 *
 * There is one debugger for the whole process. When it goes away, the guest
 * runs on without it.
 */
#ifndef HVT_GDB_H
#define HVT_GDB_H

#include "hvt.h"

/*
 * Waits for a debugger, catches its control-C from then on, and lets it look
 * at the guest before that runs.
 */
void gdb_connect(struct hvt *hvt);

/* Whether there is one. */
bool gdb_is_connected(void);

/* While the guest ran, the debugger has sent something: control-C. */
bool gdb_was_interrupted(void);

/*
 * The guest stands still, for a reason that is a signal's to gdb. Returns when
 * the user lets it go on, and ends the program if they kill it.
 */
void gdb_stopped(struct hvt *hvt, int signal);

/* The guest has ended with this status. */
void gdb_ended(int status);

#endif
