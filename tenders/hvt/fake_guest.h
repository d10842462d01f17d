/*
 * fake_guest.h: for tests: a guest without KVM, whose devices are a file and a
 * socket, to call hypercalls on. Console, waiting and stopping are fakes, too.
 */
#ifndef HVT_FAKE_GUEST_H
#define HVT_FAKE_GUEST_H

#include "hvt.h"

enum {
    FAKE_SIZE = 0x10000, /* of memory */
    FAKE_TEXT = 0x1000,  /* read-only from here */
    FAKE_HEAP = 0x3000,  /* to here */
    FAKE_DISK = 1,       /* handles */
    FAKE_NET = 2,
    FAKE_DISK_SIZE = 0x8000,
};

struct fake_guest {
    struct hvt hvt;
    int net_peer;       /* what is written here the guest receives */
    char console[4096]; /* what the guest has written */
    size_t console_size;
    uint64_t waited_ns; /* the last wait */
    uint64_t forgotten; /* start of the memory whose translation went */
};

/* There is one at a time; its memory is filled with a pattern. */
struct fake_guest *fake_guest_create(void);
void fake_guest_destroy(struct fake_guest *fake);

#endif
