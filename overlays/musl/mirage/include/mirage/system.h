/*
 * mirage/system.h: what the C library of an image asks of its platform.
 *
 * musl is written for Linux. In an image its system calls are calls of the
 * functions below; what is not listed here an image cannot do, and the C
 * library's functions that need it fail with errno (mirage/syscall_arch.h
 * beside the library's overlay says with which). Each returns a negative
 * number of errno.h when it fails. A program that never writes, say, does not
 * contain mirage_system_write.
 */
#ifndef MIRAGE_SYSTEM_H
#define MIRAGE_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

struct iovec;
struct timespec;

/* ---- from the platform, for the C library ---- */

/* To the console, for file descriptors 1 and 2; the number of bytes. */
long mirage_system_write(int fd, const void *data, size_t size);
long mirage_system_writev(int fd, const struct iovec *parts, int count);

/*
 * Moves the end of the program's data to `end`; where it is afterwards, the
 * same as before if it cannot be there. 0 asks only.
 */
uintptr_t mirage_system_brk(uintptr_t end);

/* `size` bytes in whole pages, zeroed; -ENOMEM. */
long mirage_system_map(size_t size);
long mirage_system_unmap(void *start, size_t size);

/* Time of clock CLOCK_REALTIME (0), or else since the start. */
long mirage_system_clock(int clock, struct timespec *time);

/* Waits for `time`, or until then on that clock; all else waits, too. */
long mirage_system_sleep(int clock, int absolute, const struct timespec *time);

/* Bytes nobody can guess. */
long mirage_system_random(void *data, size_t size);

/* Ends the program with `status`, when its exit handlers have run. */
_Noreturn void mirage_system_exit(int status);

/* Ends it on a bug: abort(), or a heap that somebody wrote over. */
_Noreturn void mirage_system_abort(void);

/* What functions with arrays check before they return; set at start. */
extern uintptr_t __stack_chk_guard;

/* ---- from the C library, for the platform ---- */

/* Bytes that the C library keeps for itself from the thread pointer on. */
extern const size_t mirage_system_thread_size;

/*
 * Fills in those bytes at `thread`, to which the thread pointer is set; they
 * have been zeroed. `name` is the program's, for messages such as assert's.
 */
void mirage_system_thread(void *thread, const char *name);

#endif
