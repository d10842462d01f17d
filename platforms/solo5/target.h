/*
 * target.h: what hvt, spt and virtio each bring for the code they share, next
 * to the functions of mirage/platform.h that are theirs alone.
 */
#ifndef SOLO5_TARGET_H
#define SOLO5_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

/* Writes to the console, in one piece where the host can. */
void solo5_target_write(const char *data, size_t size);

/* Sets the thread pointer (FS base); false if it cannot be this. */
bool solo5_target_set_thread(uintptr_t pointer);

/*
 * Takes whole pages of the heap away, so that touching them is a fault, or
 * gives them back as they were. False where the target cannot.
 */
bool solo5_target_protect(uintptr_t start, size_t size, bool access);

/* Random bytes that the host gave for this run, *size of them; maybe 0. */
const uint8_t *solo5_target_seed(size_t *size);

/* Called once pages can be had: sets up what needs them, and tells of it. */
void solo5_target_ready(void);

/* The end, at once. */
noreturn void solo5_target_halt(int status);

#endif
