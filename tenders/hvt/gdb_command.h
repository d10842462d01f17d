/*
 * gdb_command.h: what the packets of gdb's remote protocol ask for.
 *
 * Nothing here knows of KVM or of sockets: a command works on a target, which
 * in tests is a fake.
 */
#ifndef HVT_GDB_COMMAND_H
#define HVT_GDB_COMMAND_H

#include "gdb_packet.h"

/*
 * The registers in the order and sizes that gdb has for x86-64: 17 of 8 bytes
 * from rax to rip; 7 of 4 from eflags to gs; st0 to st7 of 10; 8 of 4 from
 * fctrl to fop; xmm0 to xmm15 of 16; mxcsr of 4.
 */
enum { GDB_REGISTERS_SIZE = 17 * 8 + 7 * 4 + 8 * 10 + 8 * 4 + 16 * 16 + 4 };

/* As gdb numbers them. */
enum gdb_breakpoint_kind {
    GDB_BREAK_SOFTWARE,
    GDB_BREAK_HARDWARE,
    GDB_WATCH_WRITE,
    GDB_WATCH_READ,
    GDB_WATCH_ACCESS,
};

struct gdb_target {
    void *guest;
    void (*get_registers)(void *guest, uint8_t registers[GDB_REGISTERS_SIZE]);
    void (*set_registers)(void *guest,
                          const uint8_t registers[GDB_REGISTERS_SIZE]);
    /* False if not all of it is memory. */
    bool (*read)(void *guest, uint64_t address, void *data, size_t size);
    bool (*write)(void *guest, uint64_t address, const void *data, size_t size);
    /* False if there are too many, or it is not possible there. */
    bool (*set_breakpoint)(void *guest, enum gdb_breakpoint_kind kind,
                           uint64_t address, size_t size, bool on);
};

enum gdb_outcome {
    GDB_STAY, /* send the reply and wait for more */
    GDB_CONTINUE,
    GDB_STEP,
    GDB_DETACH, /* send the reply and go on without gdb */
    GDB_KILL,
};

/*
 * Carries out a command. `stop_signal` is why the guest stands still. The reply
 * is complete, and counts with GDB_STAY and GDB_DETACH.
 */
enum gdb_outcome gdb_command(const struct gdb_target *target, int stop_signal,
                             const char *packet, struct gdb_reply *reply);

/* The reply that tells gdb of a stop: "S05", or of an end: "W00". */
void gdb_reply_event(struct gdb_reply *reply, char kind, uint8_t number);

#endif
