/*
 * filter.h: the system calls a guest may make, as a program for seccomp.
 *
 * A stock image may make those of the Solo5 ABI (version 2 of target spt), an
 * image of ours also those of the features in solo5/spt_abi.h. Any other ends
 * the process at once, by SIGSYS.
 */
#ifndef FILTER_H
#define FILTER_H

#include "bpf.h"
#include "manifest.h"

/* What the guest was given. */
struct filter_grants {
    const struct manifest *manifest; /* all devices are attached */
    int epollfd, timerfd;
    uint32_t features;   /* of enum spt_feature */
    uint64_t heap_start; /* guard pages may lie from here on, */
    uint64_t mem_size;   /* up to here */
};

/* Fails only if the devices are too many for one program; 63 are not. */
bool filter_build(struct filter *filter, const struct filter_grants *grants);

#endif
