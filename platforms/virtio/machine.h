/*
 * machine.h: what was found out about the machine at the start.
 */
#ifndef VIRTIO_MACHINE_H
#define VIRTIO_MACHINE_H

#include "loader.h"

extern struct loader_info virtio_machine_loader;

#endif
