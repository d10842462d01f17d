/*
 * block_floor.h: the platform's disk of a name.
 */
#ifndef BLOCK_FLOOR_H
#define BLOCK_FLOOR_H

#include <mirage/block.h>

/*
 * Opens the disk called `name`: a file or block device of the host on unix,
 * elsewhere what the tender was given as --block:NAME. Says why it cannot, and
 * ends the unikernel.
 */
struct mirage_block *block_floor_connect(const char *name);

#endif
