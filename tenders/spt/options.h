/* options.h: the options that weaken what confines a guest. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "module.h"

extern const struct tender_module options_module;

/* --x-exec-heap: code runs in its heap, on its stack and below its image. */
extern bool exec_heap_wanted;

/*
 * --x-no-seccomp: there is no filter of our own. For hosts whose own filter
 * confines the guest, and keeps processes from adding to it.
 */
extern bool seccomp_unwanted;

#endif
