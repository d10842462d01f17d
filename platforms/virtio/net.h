/*
 * net.h: networks, VIRTIO 1.2, section 5.1.
 */
#ifndef VIRTIO_NET_H
#define VIRTIO_NET_H

#include "pci.h"
#include <mirage/platform.h>

/* Starts one and fills in its entry of the manifest. */
bool virtio_net_open(const struct pci_device *pci, unsigned handle);

/* Those that have received something. */
mirage_ready_set virtio_net_ready(void);

#endif
