/*
 * mirage/platform.h: the floor, all that a target has to provide.
 *
 * One folder below platforms/ implements these functions for one target; the
 * runtime and the packages are built on them alone. None of them waits except
 * mirage_platform_yield. There is one thread of control, and no call comes
 * back into the unikernel, except for what platforms/unix says of signals.
 *
 * Times are in nanoseconds. Data belongs to the caller and is not kept once
 * the call has returned. The model is Solo5's interface (solo5.h), widened so
 * that one call can move many frames or many sectors.
 */
#ifndef MIRAGE_PLATFORM_H
#define MIRAGE_PLATFORM_H

#include <mirage/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdnoreturn.h>

/* ---- time ---- */

/* Since some moment before the start; never goes back. */
uint64_t mirage_platform_clock(void);

/* Since 1970-01-01 00:00 UTC; may be set, and so jump, while running. */
int64_t mirage_platform_wall_clock(void);

/*
 * The local time zone at the wall clock time `wall_ns`, in minutes east of
 * UTC, in *minutes; false where it is unknown.
 */
bool mirage_platform_time_zone(int64_t wall_ns, int *minutes);

/* ---- waiting ---- */

/* Bit n is the device whose handle is n. */
typedef uint64_t mirage_ready_set;

/*
 * Waits until `deadline` (on mirage_platform_clock), or until a device of
 * `wanted` can be read, or until mirage_stop has been called. Returns those
 * that can be read; none after a deadline. A deadline in the past only looks.
 * Never waits past it by design, and never spins: a device outside `wanted`
 * that can be read does not end the wait. (Where the host cannot tell devices
 * apart it may; the caller looks again.)
 */
mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted);

/* ---- console and entropy ---- */

/* Writes all of it, or gives up without a word if nobody can read it. */
void mirage_platform_console_write(const char *data, size_t size);

/* The log's own way out: standard error where the target has one. */
void mirage_platform_log_write(const char *data, size_t size);

/* Fills `data` with bytes fit to seed a random number generator. */
void mirage_platform_entropy(void *data, size_t size);

/* ---- networks ---- */

/* What a network can do beyond plain frames; bits of mirage_net_info.offload */
enum mirage_net_offload {
    MIRAGE_NET_CHECKSUM = 1, /* completes and has checked TCP/UDP checksums */
    MIRAGE_NET_SEGMENT = 2,  /* takes and gives TCP segments above the MTU */
};

struct mirage_net_info {
    uint8_t mac[6];
    uint16_t mtu;     /* bytes, without the 14 of the Ethernet header */
    unsigned offload; /* of enum mirage_net_offload */
};

/*
 * One frame of a batch, from its Ethernet header on. The last three say of a
 * frame that uses an offload what Linux's struct virtio_net_hdr says; all 0
 * for a plain frame.
 */
struct mirage_frame {
    uint8_t *data;
    size_t size; /* bytes; when reading, first the room, then the frame */
    uint16_t checksum_start, checksum_offset;
    uint16_t segment_size;
};

/*
 * Opens the network called `name`, in *handle and *info. The name is the one
 * in the image's manifest; on unix that of a tap.
 *
 * MIRAGE_NOT_FOUND, MIRAGE_UNSUPPORTED, MIRAGE_FAILED; the log says more
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_net_acquire(const char *name,
                                              unsigned *handle,
                                              struct mirage_net_info *info);

/*
 * Sends up to `count` frames, in order; *sent is how many went. Fewer than
 * `count` with MIRAGE_AGAIN when the network is busy.
 *
 * MIRAGE_AGAIN, MIRAGE_DISCONNECTED, MIRAGE_INVALID (a frame too large)
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_net_write(unsigned handle,
                                            const struct mirage_frame *frames,
                                            size_t count, size_t *sent);

/*
 * Receives up to `count` frames; *received is how many, 0 with MIRAGE_AGAIN.
 *
 * MIRAGE_AGAIN, MIRAGE_DISCONNECTED
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_net_read(unsigned handle,
                                           struct mirage_frame *frames,
                                           size_t count, size_t *received);

/* ---- disks ---- */

struct mirage_disk_info {
    uint32_t sector_size; /* bytes; a power of two, 512 or more */
    uint64_t sector_count;
    bool writable;
};

/*
 * Opens the disk called `name`: the name in the manifest, on unix a file's.
 *
 * MIRAGE_NOT_FOUND, MIRAGE_UNSUPPORTED, MIRAGE_FAILED; the log says more
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_disk_acquire(const char *name,
                                               unsigned *handle,
                                               struct mirage_disk_info *info);

/*
 * Moves `count` sectors from `sector` on, all or an error. The caller has
 * checked range and permission.
 *
 * MIRAGE_DISCONNECTED, MIRAGE_NO_SPACE (write)
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_disk_read(unsigned handle, uint64_t sector,
                                            size_t count, uint8_t *data);
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_disk_write(unsigned handle, uint64_t sector,
                                             size_t count, const uint8_t *data);

/* All that was written before is on the host's disk when this returns OK. */
MIRAGE_MUST_CHECK
enum mirage_error mirage_platform_disk_flush(unsigned handle);

/* ---- memory ---- */

/*
 * Whether the page below a stack faults. Where it does not, the runtime puts a
 * canary at the low end, which costs each task the page that it lies in.
 */
extern const bool mirage_platform_guards_stacks;

/*
 * A stack of `size` bytes, a multiple of 4096; returns its low end, aligned to
 * 16, or NULL. Not zeroed. A task never frees the stack it runs on.
 */
void *mirage_platform_stack_alloc(size_t size);
void mirage_platform_stack_free(void *stack, size_t size);

/* ---- start and end ---- */

/* The command line; argv[0] names the unikernel, argv[argc] is NULL. */
void mirage_platform_arguments(int *argc, char ***argv);

/* Ends the unikernel at once; hooks have run. Statuses: see mirage/exit.h. */
noreturn void mirage_platform_exit(int status);

/* Ends it after a bug, as visibly as the target can; status 255. */
noreturn void mirage_platform_abort(void);

/* ---- from the runtime, for the platform ---- */

/* What a platform calls once it can serve the calls above. Never returns. */
noreturn void mirage_start(void);

/*
 * Asks for an orderly end with `status`, hooks included, when the running
 * task next waits. Safe in a signal handler.
 */
void mirage_stop(int status);

/*
 * For fault handlers, after a fault at `address`: "task 'heads_start'
 * overflowed its stack of 65536 bytes" if it lies just below the running
 * task's stack, else NULL. In memory that the next call overwrites; allocates
 * nothing. mirage_task_name() tells which task ran.
 */
const char *mirage_fault_text(const void *address);

/* Whether a crash should show the calls that led to it: --backtrace. */
bool mirage_wants_backtrace(void);

#endif
