/*
 * ramdisk.h: a disk in memory, zeroes at first and gone at the end.
 */
#ifndef RAMDISK_H
#define RAMDISK_H

#include <mirage/block.h>

enum { RAMDISK_SECTOR_SIZE = 512 };

/*
 * `name` is what messages call it. Says if there is not enough memory for so
 * many sectors, and ends the unikernel.
 */
struct mirage_block *ramdisk_connect(const char *name, uint64_t sector_count);

#endif
