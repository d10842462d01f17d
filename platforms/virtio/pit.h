/*
 * pit.h: the 8254 timer, of 1193182 ticks a second.
 */
#ifndef VIRTIO_PIT_H
#define VIRTIO_PIT_H

#include <stdint.h>

enum { PIT_IRQ = 0 };

/* Raises PIT_IRQ in `ns` nanoseconds, or sooner if it cannot count so far. */
void virtio_pit_start(uint64_t ns);

/*
 * How many ticks the time stamp counter has in a second. Takes 8 ms, or up to
 * 120 ms if the machine is not let run without interruption.
 */
uint64_t virtio_pit_measure_tsc(void);

#endif
