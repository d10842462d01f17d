/* boot_info.h: what a guest finds in its memory when it starts. */
#ifndef HVT_BOOT_INFO_H
#define HVT_BOOT_INFO_H

#include "hvt.h"

/*
 * Writes the boot info, the manifest and the command line, and for an image
 * of ours what else this tender offers. Ends the program if they are too long.
 */
void boot_info_write(struct hvt *hvt);

#endif
