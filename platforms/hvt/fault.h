/*
 * fault.h: telling about faults.
 */
#ifndef HVT_FAULT_H
#define HVT_FAULT_H

/* In ring 0 by descriptor tables of our own, in ring 3 by the tender. */
void hvt_catch_faults(void);

#endif
