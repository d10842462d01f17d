#include "gdb_fake.h"
#include <string.h>

static struct gdb_fake *fake_of(void *guest)
{
    return guest;
}

static void get_registers(void *guest, uint8_t registers[GDB_REGISTERS_SIZE])
{
    memcpy(registers, fake_of(guest)->registers, GDB_REGISTERS_SIZE);
}

static void set_registers(void *guest,
                          const uint8_t registers[GDB_REGISTERS_SIZE])
{
    memcpy(fake_of(guest)->registers, registers, GDB_REGISTERS_SIZE);
}

static bool in_memory(uint64_t address, size_t size)
{
    return address >= FAKE_BASE && address <= FAKE_BASE + FAKE_MEMORY &&
           size <= FAKE_BASE + FAKE_MEMORY - address;
}

static bool read_memory(void *guest, uint64_t address, void *data, size_t size)
{
    if (!in_memory(address, size))
        return false;
    memcpy(data, fake_of(guest)->memory + (address - FAKE_BASE), size);
    return true;
}

static bool write_memory(void *guest, uint64_t address, const void *data,
                         size_t size)
{
    if (!in_memory(address, size))
        return false;
    memcpy(fake_of(guest)->memory + (address - FAKE_BASE), data, size);
    return true;
}

static bool set_breakpoint(void *guest, enum gdb_breakpoint_kind kind,
                           uint64_t address, size_t size, bool on)
{
    struct gdb_fake *fake = fake_of(guest);

    if (!in_memory(address, 1))
        return false;
    fake->breakpoints += on ? 1u : -1u;
    fake->kind = kind;
    fake->address = address;
    fake->size = size;
    return true;
}

struct gdb_target gdb_fake_target(struct gdb_fake *fake)
{
    return (struct gdb_target){
        .guest = fake,
        .get_registers = get_registers,
        .set_registers = set_registers,
        .read = read_memory,
        .write = write_memory,
        .set_breakpoint = set_breakpoint,
    };
}
