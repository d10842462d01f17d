/*
 * solo5/hvt_extension.h: what our hvt images and our solo5-hvt can do beyond
 * hvt_abi.h.
 *
 * Each side announces itself in a place that the stock other side ignores:
 *
 *   the image   by the note of mirage_abi.h.
 *   the tender  by MIRAGE_HVT_FEATURE_INFO in boot_info.host_features; then
 *               the boot info is a struct mirage_hvt_boot_info, longer than
 *               the stock one, and leads to a struct mirage_hvt_info. It does
 *               so only for an image that has the note.
 *
 * So an image first looks for the bit, then at info.calls for each call it
 * wants; without them it does what the stock interface offers.
 *
 * ---- ring 3 ----
 *
 * An image whose note has MIRAGE_IMAGE_RING3 is entered at CPL 3, unless the
 * user says --ring=0, or the tender is another: it looks at the low two bits
 * of CS when it starts. At CPL 3 everything is as hvt_abi.h says, and:
 *
 *   CS 0x1b, SS DS ES FS GS 0x23, FS and GS base 0, RFLAGS 2: no interrupts
 *   CR0 PE MP NE WP PG; CR4 PAE OSFXSR OSXMMEXCPT FSGSBASE, and OSXSAVE with
 *   XCR0 = 7 or 3 where the CPU has it; EFER LMA LME NXE
 *
 * It must not load segments, descriptor tables or control registers, nor hlt;
 * it sets its TLS base by `wrfsbase`. Of the I/O ports, those of hypercalls and
 * rings can be written. Memory:
 *
 *   0           to 0xffff              nothing: a null pointer faults
 *   0x10000     to 0xfffff             boot info, manifest, arguments: read
 *   text, rodata, data                 as their segments say, never W and X
 *   above them (bss), to mem_size      read, write
 *   from mem_size on, if offered       the rings: read, write
 *
 * Page tables, descriptors and the code that catches faults lie above that,
 * where no hypercall reaches and no instruction at CPL 3.
 *
 * A fault goes to the tender: to the image's handler if it has set one
 * (MIRAGE_HVT_FAULT_HANDLER), or the tender prints the registers and ends with
 * status 255.
 *
 * For both sides, freestanding or not.
 */
#ifndef SOLO5_HVT_EXTENSION_H
#define SOLO5_HVT_EXTENSION_H

#include "hvt_abi.h"

/* ---- the tender's answer ---- */

enum {
    MIRAGE_HVT_FEATURE_INFO = 1u << 30, /* of host_features */
};

struct mirage_hvt_boot_info {
    struct hvt_boot_info stock;
    uint64_t info; /* address of a struct mirage_hvt_info */
};
static_assert(sizeof(struct mirage_hvt_boot_info) == 64, "ABI");

struct mirage_hvt_info {
    uint32_t size;       /* bytes of this struct that this tender knows */
    uint32_t calls;      /* bit n: hypercall MIRAGE_HVT_FIRST_CALL + n exists */
    uint64_t block_ring; /* address of a struct hvt_ring, or 0 */
    uint8_t seed[64];    /* random, for this run alone */
};
static_assert(sizeof(struct mirage_hvt_info) == 80, "ABI");

/* ---- calls ---- */

enum mirage_hvt_hypercall {
    MIRAGE_HVT_FIRST_CALL = 32,
    MIRAGE_HVT_NET_WRITE = MIRAGE_HVT_FIRST_CALL,
    MIRAGE_HVT_NET_READ,
    MIRAGE_HVT_BLOCK_FLUSH,
    MIRAGE_HVT_RING_WAIT,
    MIRAGE_HVT_PROTECT,       /* at CPL 3 only */
    MIRAGE_HVT_FAULT_HANDLER, /* at CPL 3 only */
    MIRAGE_HVT_POLL,
    MIRAGE_HVT_END_OF_CALLS,
};

/* info.calls & mirage_hvt_call_bit(n) */
static inline uint32_t mirage_hvt_call_bit(unsigned call)
{
    return 1u << (call - MIRAGE_HVT_FIRST_CALL);
}

/* One frame of a batch, from its Ethernet header on. */
struct mirage_hvt_frame {
    uint64_t data;
    uint32_t size;     /* bytes; reading: in the room, out the frame's */
    uint32_t reserved; /* 0 */
};
static_assert(sizeof(struct mirage_hvt_frame) == 16, "ABI");

enum {
    MIRAGE_HVT_MAX_FRAMES = 256, /* in one batch */
};

/*
 * MIRAGE_HVT_NET_READ and MIRAGE_HVT_NET_WRITE: up to `count` frames, in
 * order; `done` is how many went.
 *
 * HVT_OK           all of them
 * HVT_AGAIN        fewer: no more has arrived, or the network is busy
 * HVT_INVALID      no such handle, a frame shorter than an Ethernet header or
 *                  too large, or count > MIRAGE_HVT_MAX_FRAMES
 * HVT_UNSPECIFIED  fewer: the host's network failed (frame number `done`)
 */
struct mirage_hvt_net_batch {
    uint64_t handle;
    uint64_t frames; /* address of struct mirage_hvt_frame[count] */
    uint32_t count;
    uint32_t done; /* out */
    int32_t ret;   /* out */
    uint32_t pad;
};
static_assert(sizeof(struct mirage_hvt_net_batch) == 32, "ABI");

/*
 * MIRAGE_HVT_POLL: as HVT_POLL, but for the networks in `wanted` alone, so that
 * one whose frames the image does not take yet does not wake it for ever.
 */
struct mirage_hvt_poll {
    uint64_t timeout_nsecs;
    uint64_t wanted;    /* bit n is the device with handle n */
    uint64_t ready_set; /* out: likewise */
};
static_assert(sizeof(struct mirage_hvt_poll) == 24, "ABI");

/*
 * Many sectors in one call need nothing new: the stock hypercalls 4 and 5 take
 * any length here and in stock tenders. MIRAGE_HVT_BLOCK_FLUSH: what was
 * written before is on the host's disk when this returns HVT_OK.
 *
 * HVT_INVALID (no such handle), HVT_UNSPECIFIED (the host's disk failed)
 */
struct mirage_hvt_block_flush {
    uint64_t handle;
    int32_t ret; /* out */
    uint32_t pad;
};
static_assert(sizeof(struct mirage_hvt_block_flush) == 16, "ABI");

/*
 * The block ring, info.block_ring, works as the network's (hvt_abi.h), with a
 * thread of its own and these operations, each of them answered by a commit
 * in the order they were added. Its doorbell is MIRAGE_HVT_BLOCK_RING_PORT.
 * `offset` is in bytes.
 */
enum {
    MIRAGE_HVT_BLOCK_RING_PORT = 0x604,
};

enum mirage_hvt_ring_operation {
    MIRAGE_HVT_RING_BLOCK_READ = 3,
    MIRAGE_HVT_RING_BLOCK_WRITE = 4,
    MIRAGE_HVT_RING_BLOCK_FLUSH = 5,
};

/*
 * MIRAGE_HVT_RING_WAIT: sleeps until a ring's com_tail differs from `com_tail`
 * here, for a guest that has looked at it for long enough.
 */
enum mirage_hvt_ring_id {
    MIRAGE_HVT_NET_RING,
    MIRAGE_HVT_BLOCK_RING,
};

struct mirage_hvt_ring_wait {
    uint32_t ring; /* of enum mirage_hvt_ring_id */
    uint32_t com_tail;
    int32_t ret; /* out: HVT_OK, or HVT_INVALID if there is no such ring */
    uint32_t pad;
};
static_assert(sizeof(struct mirage_hvt_ring_wait) == 16, "ABI");

/*
 * MIRAGE_HVT_PROTECT: takes pages away, or gives them back with what they
 * held. For guard pages: only memory above the image, below mem_size.
 *
 * HVT_OK, HVT_INVALID (not whole pages, or not there)
 */
enum mirage_hvt_access {
    MIRAGE_HVT_NO_ACCESS,
    MIRAGE_HVT_READ_WRITE,
};

struct mirage_hvt_protect {
    uint64_t address;
    uint64_t size;
    uint32_t access; /* of enum mirage_hvt_access */
    int32_t ret;     /* out */
};
static_assert(sizeof(struct mirage_hvt_protect) == 24, "ABI");

/*
 * The processor as it was when it faulted. With vector 14, a page fault,
 * frame.cr2 is the address. `frame` is also good as the cookie of HVT_HALT.
 */
struct mirage_hvt_fault {
    uint64_t rax, rbx, rcx, rdx, rsi, rdi, rbp;
    uint64_t r8, r9, r10, r11, r12, r13, r14, r15;
    uint64_t vector;
    struct hvt_trap_frame frame;
};

/*
 * MIRAGE_HVT_FAULT_HANDLER: on the next fault run `handler` with RSP = `stack`
 * - 8 and RDI = `fault`, which is then filled in. It does not return; it ends
 * with HVT_HALT. A fault inside it ends the guest as if there were none.
 *
 * HVT_OK, HVT_INVALID (stack or fault is not writable memory)
 */
struct mirage_hvt_fault_handler {
    uint64_t handler; /* 0: none */
    uint64_t stack;   /* its high end, 16-aligned */
    uint64_t fault;   /* address of a struct mirage_hvt_fault, 8-aligned */
    int32_t ret;      /* out */
    uint32_t pad;
};
static_assert(sizeof(struct mirage_hvt_fault_handler) == 32, "ABI");

#endif
