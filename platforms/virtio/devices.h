/*
 * devices.h: which device of the bus is which of the manifest.
 */
#ifndef VIRTIO_DEVICES_H
#define VIRTIO_DEVICES_H

/*
 * Sets up all virtio networks and disks. The n-th network on the bus is the
 * n-th in the manifest, and likewise with disks. Ends the image if one of the
 * manifest is not there.
 */
void virtio_devices_init(void);

#endif
