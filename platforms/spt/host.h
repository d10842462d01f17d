/*
 * host.h: what the tender told this image at the start.
 */
#ifndef SPT_HOST_H
#define SPT_HOST_H

#include <solo5/mft_abi.h>
#include <solo5/spt_abi.h>
#include <stdbool.h>

extern const struct spt_boot_info *spt_boot_info;

/* Whether the tender is one of ours that offers this. */
bool spt_has(enum spt_feature feature);

/* What our own tender offers; NULL with another. */
struct spt_extension *spt_extension(void);

/* The manifest's entry behind a handle. */
struct mft_entry *spt_device(unsigned handle);

#endif
