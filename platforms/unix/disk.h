/* disk.h: disks that have been acquired. */
#ifndef DISK_H
#define DISK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct mirage_unix_disk {
    char *name;
    int fd;
    uint32_t sector_size;
    dev_t device; /* these two tell files apart, whatever their names */
    ino_t inode;
    bool lost; /* something that was written did not reach the host's disk */
};

/* The disk with this handle; NULL if it is not one's. */
struct mirage_unix_disk *mirage_unix_disk(unsigned handle);

#endif
