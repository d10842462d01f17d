/*
 * machine.h: putting a guest together: memory, image, tables and registers.
 */
#ifndef HVT_MACHINE_H
#define HVT_MACHINE_H

#include "hvt.h"

/*
 * Makes the machine that the tender's options ask for, with the image loaded
 * and about to run. Ends the program with a message if that cannot be done.
 */
void machine_create(struct hvt *hvt);

#endif
