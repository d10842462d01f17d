/*
 * clock.h: time, from the hypervisor where it tells, else from the processor's
 * counter and the battery-backed clock.
 */
#ifndef VIRTIO_CLOCK_H
#define VIRTIO_CLOCK_H

/* Chooses a source and tells which. */
void virtio_clock_init(void);

#endif
