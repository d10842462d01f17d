/* fake.h: what the files of the fake platform share. */
#ifndef FAKE_H
#define FAKE_H

#include <mirage/fake.h>

/* Ends the test. */
noreturn void fake_mistake(const char *what, const char *name);

/* Each forgets what it knows, for fake_reset. */
void fake_reset_time(void);
void fake_reset_output(void);
void fake_reset_stacks(void);
void fake_reset_arguments(void);
void fake_reset_disks(void);
void fake_reset_nets(void);
void fake_reset_entropy(void);

/* The next handle of a device; disks and networks share them. */
unsigned fake_new_handle(void);

/* ---- networks, for the wait ---- */

/* Those of `wanted` that can be read now. */
mirage_ready_set fake_readable(mirage_ready_set wanted);

/* When the next frame arrives on one of `wanted`; UINT64_MAX: never. */
uint64_t fake_next_arrival(mirage_ready_set wanted);

#endif
