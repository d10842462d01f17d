/*
 * module.h: a part of a tender that has options of its own: a kind of device,
 * or a way of debugging.
 */
#ifndef MODULE_H
#define MODULE_H

#include "failure.h"

struct tender;

struct tender_module {
    const char *name; /* as the usage text lists it; NULL if it does not */
    const char *core_usage; /* whole lines about options; NULL for none */
    const char *usage;
    /*
     * Whether `arg` is an option of this module and could be followed. If it
     * is one but could not, says why with warnx and returns false.
     */
    bool (*option)(struct tender *tender, const char *arg);
    /* Called once all options are known and the image is loaded; optional. */
    bool (*setup)(struct tender *tender, struct failure *failure);
};

/* --mem=MB, in tender.mem_size. */
extern const struct tender_module core_module;
/* --block:NAME=PATH and --block-sector-size:NAME=BYTES. */
extern const struct tender_module block_module;
/* --net:NAME=INTERFACE or @FD and --net-mac:NAME=MAC. */
extern const struct tender_module net_module;

#endif
