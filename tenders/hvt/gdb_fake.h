/* gdb_fake.h: for tests: a target with a little memory at FAKE_BASE. */
#ifndef HVT_GDB_FAKE_H
#define HVT_GDB_FAKE_H

#include "gdb_command.h"

enum { FAKE_BASE = 0x1000, FAKE_MEMORY = 256 };

struct gdb_fake {
    uint8_t registers[GDB_REGISTERS_SIZE];
    uint8_t memory[FAKE_MEMORY];
    unsigned breakpoints; /* that are set */
    enum gdb_breakpoint_kind kind;
    uint64_t address; /* of the last one, and */
    size_t size;
};

struct gdb_target gdb_fake_target(struct gdb_fake *fake);

#endif
