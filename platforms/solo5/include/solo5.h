/*
 * solo5.h: Solo5's own interface, for programs that were written for it.
 *
 * Such a program defines solo5_app_main and is linked with the platform of a
 * target and platforms/solo5/app, without the runtime. Unikernels of ours are
 * written against mirage/ headers instead.
 *
 * Times are in nanoseconds, sizes in bytes. Buffers belong to the caller and
 * are not kept. Nothing waits but solo5_yield. Calls that return a
 * solo5_result_t say SOLO5_R_EINVAL when they were called wrongly and
 * SOLO5_R_EUNSPEC when the host failed them; do not rely on which.
 */
#ifndef SOLO5_H
#define SOLO5_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SOLO5_R_OK,
    SOLO5_R_AGAIN,   /* not now: try after solo5_yield */
    SOLO5_R_EINVAL,  /* an argument makes no sense */
    SOLO5_R_EUNSPEC, /* anything else */
} solo5_result_t;

typedef uint64_t solo5_time_t;
typedef uint64_t solo5_off_t;

/* A device; bit n of a set is the device with handle n. */
typedef uint64_t solo5_handle_t;
typedef uint64_t solo5_handle_set_t;

/* ---- start and end ---- */

struct solo5_start_info {
    const char *cmdline;  /* what the user gave, less Solo5's own options */
    uintptr_t heap_start; /* memory that is all the program's; the first */
    size_t heap_size;     /* stack grows down from its end */
};

/* The program; what it returns is its exit status. */
int solo5_app_main(const struct solo5_start_info *info);

#define SOLO5_EXIT_SUCCESS 0
#define SOLO5_EXIT_FAILURE 1
#define SOLO5_EXIT_ABORT   255

/* Ends with `status`, 0 to 254. */
void solo5_exit(int status) __attribute__((__noreturn__));

/* Ends after a bug, with status SOLO5_EXIT_ABORT; the host may dump core. */
void solo5_abort(void) __attribute__((__noreturn__));

/* ---- thread-local storage ---- */

/*
 * A thread's block is solo5_tls_size() bytes of zeroed memory, which
 * solo5_tls_init fills with the first values. It is in use while the TLS base
 * is solo5_tls_tp_offset(block). At the start the base is 0, and touching
 * thread-local storage faults.
 */
size_t solo5_tls_size(void);
uintptr_t solo5_tls_tp_offset(uintptr_t tls);
solo5_result_t solo5_tls_init(uintptr_t tls);
solo5_result_t solo5_set_tls_base(uintptr_t base);

/* ---- time ---- */

/* Since some moment before the start; never goes back. */
solo5_time_t solo5_clock_monotonic(void);

/* Since 1970-01-01 00:00 UTC. */
solo5_time_t solo5_clock_wall(void);

/*
 * Waits until `deadline` on the monotonic clock, or until a network can be
 * read. *ready_set, unless ready_set is NULL, is then those that can.
 */
void solo5_yield(solo5_time_t deadline, solo5_handle_set_t *ready_set);

/* ---- console ---- */

/* Writes, or gives up without a word. */
void solo5_console_write(const char *buf, size_t size);

/* ---- network ---- */

#define SOLO5_NET_ALEN 6  /* of a hardware address */
#define SOLO5_NET_HLEN 14 /* of an Ethernet header */

struct solo5_net_info {
    uint8_t mac_address[SOLO5_NET_ALEN];
    size_t mtu; /* without the header */
};

/* Opens the network the manifest calls `name`. */
solo5_result_t solo5_net_acquire(const char *name, solo5_handle_t *handle,
                                 struct solo5_net_info *info);

/* Sends one frame of at most mtu + SOLO5_NET_HLEN bytes. */
solo5_result_t solo5_net_write(solo5_handle_t handle, const uint8_t *buf,
                               size_t size);

/*
 * Receives one frame. `size` is the room in `buf`, at least mtu +
 * SOLO5_NET_HLEN; *read_size is the frame's. SOLO5_R_AGAIN if none is there.
 */
solo5_result_t solo5_net_read(solo5_handle_t handle, uint8_t *buf, size_t size,
                              size_t *read_size);

/* ---- disk ---- */

struct solo5_block_info {
    solo5_off_t capacity;
    solo5_off_t block_size;
};

/* Opens the disk the manifest calls `name`. */
solo5_result_t solo5_block_acquire(const char *name, solo5_handle_t *handle,
                                   struct solo5_block_info *info);

/*
 * Moves one block: `offset` is a multiple of block_size, and `size` is
 * block_size. All of it, or nothing and an error.
 */
solo5_result_t solo5_block_write(solo5_handle_t handle, solo5_off_t offset,
                                 const uint8_t *buf, size_t size);
solo5_result_t solo5_block_read(solo5_handle_t handle, solo5_off_t offset,
                                uint8_t *buf, size_t size);

#ifdef __cplusplus
}
#endif

#endif
