/* pread_fully.h: reading a part of a file, over interruptions. */
#ifndef PREAD_FULLY_H
#define PREAD_FULLY_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* How many bytes were read: fewer than `size` at the end. -1 with errno. */
ssize_t pread_fully(int fd, void *data, size_t size, uint64_t offset);

#endif
