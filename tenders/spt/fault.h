/*
 * fault.h: telling about a guest that faults, before it dies of it.
 *
 * The guest's own handler is called if it has set one (solo5/spt_abi.h);
 * without one the registers are printed on its console, as an hvt guest prints
 * them. Then the process ends by the signal, as it would have without this.
 */
#ifndef FAULT_H
#define FAULT_H

/* From now on, for SIGSEGV, SIGBUS, SIGFPE and SIGILL. */
void fault_watch(void);

#endif
