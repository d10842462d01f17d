/*
 * disk.h: disks, VIRTIO 1.2, section 5.2.
 */
#ifndef VIRTIO_DISK_H
#define VIRTIO_DISK_H

#include "pci.h"

/* Starts one and fills in its entry of the manifest. */
bool virtio_disk_open(const struct pci_device *pci, unsigned handle);

#endif
