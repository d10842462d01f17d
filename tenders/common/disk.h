/* disk.h: opening what serves as a guest's disk. */
#ifndef DISK_H
#define DISK_H

#include "failure.h"
#include <stdint.h>

struct disk {
    int fd;        /* for reading and writing */
    uint64_t size; /* bytes */
};

bool disk_open(struct disk *disk, const char *path, struct failure *failure);

#endif
