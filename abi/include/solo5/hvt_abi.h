/*
 * solo5/hvt_abi.h: how an hvt image and its tender talk, Solo5's ABI version 2.
 *
 * An image is entered with RDI = HVT_BOOT_INFO_BASE. It makes hypercall n by a
 * 32-bit `out` of the address of the call's struct, below 4 GiB, to port
 * HVT_HYPERCALL_PORT + n. Memory is identity mapped; all addresses in these
 * structs are the guest's. A buffer must end below boot_info.mem_size. Results
 * called `ret` are of enum hvt_result.
 *
 * For both sides, freestanding or not. What our own images and tender can do
 * beyond this is in hvt_extension.h.
 */
#ifndef SOLO5_HVT_ABI_H
#define SOLO5_HVT_ABI_H

#include <assert.h>
#include <stdint.h>

enum {
    HVT_ABI_TARGET = 1,
    HVT_ABI_VERSION = 2,
    HVT_GUEST_MIN_BASE = 0x100000, /* images are linked from here on */
    HVT_BOOT_INFO_BASE = 0x10000,
    HVT_CMDLINE_SIZE = 8192, /* bytes, the NUL included */
    HVT_HYPERCALL_PORT = 0x500,
    HVT_NET_RING_PORT = 0x600,
};

enum hvt_result {
    HVT_OK,
    HVT_AGAIN,
    HVT_INVALID,
    HVT_UNSPECIFIED,
};

/* The machine as the image finds it; read-only to the image. */
struct hvt_boot_info {
    uint64_t mem_size; /* bytes of memory, from address 0 on */
    uint64_t kernel_end;
    uint64_t cpu_cycle_freq; /* of the TSC, Hz */
    uint64_t cmdline;        /* address of a C string */
    uint64_t mft;            /* address of the manifest */
    uint32_t host_features;  /* of enum hvt_host_feature */
    uint32_t guest_features; /* 0 */
    uint64_t net_ring;       /* address of a struct hvt_ring, or 0 */
};
static_assert(sizeof(struct hvt_boot_info) == 56, "ABI");

/*
 * A tender older than Solo5 0.11 has the manifest where host_features is, so
 * there the first bit means nothing unless net_ring is not 0 as well.
 */
enum hvt_host_feature {
    HVT_FEATURE_NET_RING = 1,
};

enum hvt_hypercall {
    HVT_WALLTIME = 1,
    HVT_PUTS,
    HVT_POLL,
    HVT_BLOCK_WRITE,
    HVT_BLOCK_READ,
    HVT_NET_WRITE,
    HVT_NET_READ,
    HVT_HALT,
};

struct hvt_walltime {
    uint64_t nsecs; /* out: since 1970-01-01 UTC */
};
static_assert(sizeof(struct hvt_walltime) == 8, "ABI");

struct hvt_puts {
    uint64_t data;
    uint64_t len;
};
static_assert(sizeof(struct hvt_puts) == 16, "ABI");

/* Waits until a network can be read, or for timeout_nsecs. */
struct hvt_poll {
    uint64_t timeout_nsecs;
    uint64_t ready_set; /* out: bit n is the device with handle n */
    int32_t ret;        /* out: how many are ready */
    uint32_t pad;
};
static_assert(sizeof(struct hvt_poll) == 24, "ABI");

/* HVT_BLOCK_READ and HVT_BLOCK_WRITE: all of it or an error. */
struct hvt_block_io {
    uint64_t handle;
    uint64_t offset; /* bytes */
    uint64_t data;
    uint64_t len;
    int32_t ret; /* out */
    uint32_t pad;
};
static_assert(sizeof(struct hvt_block_io) == 40, "ABI");

/* HVT_NET_READ and HVT_NET_WRITE: one frame, from its Ethernet header on. */
struct hvt_net_io {
    uint64_t handle;
    uint64_t data;
    uint64_t len; /* reading: in the room, out the frame's */
    int32_t ret;  /* out */
    uint32_t pad;
};
static_assert(sizeof(struct hvt_net_io) == 32, "ABI");

/* Ends the guest. */
struct hvt_halt {
    uint64_t cookie; /* address of a struct hvt_trap_frame, or 0 */
    int32_t exit_status;
    uint32_t pad;
};
static_assert(sizeof(struct hvt_halt) == 16, "ABI");

enum {
    HVT_COOKIE_SIZE = 512, /* bytes that must be memory at a cookie */
    HVT_EXIT_ABORT = 255,  /* the status of a crash */
};

/* What a guest that ends after a fault says about it. */
struct hvt_trap_frame {
    uint64_t cr2, error_code, rip, cs, rflags, rsp, ss;
};

/*
 * The shared ring: the guest adds entries, a thread of the tender takes them
 * in order and answers those that read with a commit. Counters run freely; the
 * slot is the counter modulo HVT_RING_SIZE. After adding, and a full barrier,
 * a guest that finds needs_kick set writes 0 to HVT_NET_RING_PORT.
 */
enum { HVT_RING_SIZE = 1024 };

enum hvt_ring_operation {
    HVT_RING_NET_WRITE = 1, /* no commit; data is free once ent_head is past */
    HVT_RING_NET_READ = 2,
};

struct hvt_ring_entry {
    uint32_t operation;
    uint32_t handle;
    uint64_t data;
    uint32_t len;
    uint32_t id;     /* comes back in the commit */
    uint64_t offset; /* 0; see hvt_extension.h */
};
static_assert(sizeof(struct hvt_ring_entry) == 32, "ABI");

struct hvt_ring_commit {
    uint32_t id;
    int32_t ret;
    uint32_t len;
    uint32_t pad;
};
static_assert(sizeof(struct hvt_ring_commit) == 16, "ABI");

struct hvt_ring {
    /* written by the guest */
    uint32_t ent_tail;
    uint32_t com_head;
    uint8_t pad0[56];
    /* written by the tender */
    uint32_t ent_head;
    uint32_t com_tail;
    uint32_t needs_kick;
    uint8_t pad1[52];
    struct hvt_ring_entry entries[HVT_RING_SIZE];
    struct hvt_ring_commit commits[HVT_RING_SIZE];
};
static_assert(sizeof(struct hvt_ring) == 49280, "ABI");

#endif
