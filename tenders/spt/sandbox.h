/*
 * sandbox.h: the walls around the guest.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include "filter.h"

/*
 * Loads the filter into the kernel, for good; from then on this process is as
 * confined as the guest. Ends the program if it cannot be loaded.
 *
 * A host that keeps its processes from prctl or from seccomp leaves the other
 * of the two; one is enough, if the host has set no_new_privs or the user is
 * root.
 */
void sandbox_enter(const struct filter *filter);

#endif
