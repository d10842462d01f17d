/*
 * host.h: what tests of networks do on the host's side, in a network namespace
 * of their own, so that they meet nothing of the machine.
 */
#ifndef HOST_H
#define HOST_H

#include <stdbool.h>

enum { TEST_SKIPPED = 77 }; /* the exit status that says so to Meson */

/* False, and on standard error why, where that is not allowed. */
bool host_enter_namespace(void);

/* An interface that stays until it is removed; mode is IFF_TAP or IFF_TUN. */
int host_make_interface(const char *name, int mode);

void host_make_tap(const char *name);
void host_remove_interface(const char *name);
void host_set_up(const char *name, bool up);
void host_set_mtu(const char *name, int mtu);

#endif
