/*
 * fault.h: telling about faults, where the tender calls back for that.
 */
#ifndef SPT_FAULT_H
#define SPT_FAULT_H

void spt_catch_faults(void);

#endif
