/*
 * hvt.h: a guest that solo5-hvt runs, all of its state.
 *
 * The functions behind hypercalls work on this, too; they use `tender` for
 * its devices, and `guest`, never the machine below, so they can be tested
 * and fuzzed without KVM.
 */
#ifndef HVT_H
#define HVT_H

#include "guest.h"
#include "page_tables.h"
#include "ring.h"
#include "tender.h"
#include "vm.h"
#include "waiter.h"
#include <solo5/hvt_extension.h>
#include <stdatomic.h>

enum hvt_ring_option { RING_AS_NOTED = -1, RING_0 = 0, RING_3 = 3 };

struct hvt {
    struct tender tender;

    /* from the command line */
    enum hvt_ring_option ring_option;
    bool gdb;
    uint16_t gdb_port;
    const char *core_dir; /* NULL: no core dumps */
    int core_dir_fd;

    struct vm vm;
    struct guest guest;
    unsigned cpl;              /* at which it was entered: 0 or 3 */
    uint64_t kernel_end;       /* of the image; bss not counted */
    uint64_t xcr0;             /* cpl 3: vector states that are on, or 0 */
    uint64_t supervisor;       /* cpl 3: address of the supervisor area */
    struct page_tables tables; /* cpl 3 */
    struct waiter waiter;
    struct ring net_ring, block_ring;

    /* what the guest asked for */
    struct mirage_hvt_fault_handler fault_handler;
    uint64_t shown_fault_rip; /* of the fault a debugger was shown last */
    _Atomic uint64_t
        failing; /* devices whose last transfer failed: a bit each */

    /* how it ended */
    int status;
    uint64_t cookie; /* 0 for none */
};

#endif
