/* boot.h: what the guest is told when it starts, at SPT_BOOT_INFO_BASE. */
#ifndef BOOT_H
#define BOOT_H

#include "events.h"
#include "tender.h"
#include <solo5/spt_abi.h>

/*
 * What an image can use beyond Solo5's ABI, of enum spt_feature: all for one
 * of ours, nothing for others, which need no more rights than they know of.
 */
uint32_t boot_features(const struct tender *tender);

/* Writes it into the guest's memory. */
void boot_write(const struct tender *tender, const struct events *events,
                uint64_t kernel_end);

/* The guest's fault handler, as it has set it by now; NULL for none. */
spt_fault_handler *boot_fault_handler(void);

#endif
