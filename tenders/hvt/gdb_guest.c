#include "gdb_guest.h"
#include "gdb_registers.h"
#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

enum {
    MOST_BREAKPOINTS = 256,
    HARDWARE_BREAKPOINTS = 4,
    BREAKPOINT_INSTRUCTION = 0xcc,
};

/* A software breakpoint, and the byte it took the place of. */
struct breakpoint {
    bool set;
    uint64_t address;
    uint8_t byte;
};

/* A debug register; its part of DR7 is 0 if it is free. */
struct watchpoint {
    uint64_t address, dr7;
};

static struct breakpoint breakpoints[MOST_BREAKPOINTS];
static struct watchpoint watchpoints[HARDWARE_BREAKPOINTS];

static struct hvt *hvt_of(void *guest)
{
    return guest;
}

/* ---- registers ---- */

static void read_all(struct hvt *hvt, struct gdb_registers *registers)
{
    vm_get_registers(&hvt->vm, &registers->regs, &registers->sregs);
    if (ioctl(hvt->vm.cpu_fd, KVM_GET_FPU, &registers->fpu) < 0)
        err(EXIT_FAILURE, "KVM: ioctl (KVM_GET_FPU) failed");
}

static void get_registers(void *guest, uint8_t block[GDB_REGISTERS_SIZE])
{
    struct gdb_registers registers;

    read_all(hvt_of(guest), &registers);
    gdb_registers_pack(&registers, block);
}

static void set_registers(void *guest, const uint8_t block[GDB_REGISTERS_SIZE])
{
    struct hvt *hvt = hvt_of(guest);
    struct gdb_registers registers;

    read_all(hvt, &registers);
    gdb_registers_unpack(block, &registers);
    vm_set_registers(&hvt->vm, &registers.regs, &registers.sregs);
    if (ioctl(hvt->vm.cpu_fd, KVM_SET_FPU, &registers.fpu) < 0)
        warn("KVM: ioctl (KVM_SET_FPU) failed");
}

/* ---- memory, in which breakpoints do not show ---- */

static uint8_t *memory_at(struct hvt *hvt, uint64_t address, size_t size)
{
    uint64_t all = hvt->vm.memory_size;

    if (address >= all || size > all - address)
        return NULL;
    return hvt->vm.memory + address;
}

/* The breakpoint at an address, or NULL. */
static struct breakpoint *find(uint64_t address)
{
    for (unsigned i = 0; i < MOST_BREAKPOINTS; i++)
        if (breakpoints[i].set && breakpoints[i].address == address)
            return &breakpoints[i];
    return NULL;
}

static bool read_memory(void *guest, uint64_t address, void *data, size_t size)
{
    const uint8_t *place = memory_at(hvt_of(guest), address, size);

    if (!place)
        return false;
    memcpy(data, place, size);
    for (unsigned i = 0; i < MOST_BREAKPOINTS; i++)
        if (breakpoints[i].set && breakpoints[i].address - address < size)
            ((uint8_t *)data)[breakpoints[i].address - address] =
                breakpoints[i].byte;
    return true;
}

static bool write_memory(void *guest, uint64_t address, const void *data,
                         size_t size)
{
    uint8_t *place = memory_at(hvt_of(guest), address, size);

    if (!place)
        return false;
    for (size_t i = 0; i < size; i++) {
        struct breakpoint *breakpoint = find(address + i);
        uint8_t *byte = breakpoint ? &breakpoint->byte : place + i;

        *byte = ((const uint8_t *)data)[i];
    }
    return true;
}

/* ---- breakpoints ---- */

static bool set_software(struct hvt *hvt, uint64_t address)
{
    uint8_t *place = memory_at(hvt, address, 1);

    if (find(address))
        return true;
    for (unsigned i = 0; place && i < MOST_BREAKPOINTS; i++) {
        if (breakpoints[i].set)
            continue;
        breakpoints[i] = (struct breakpoint){true, address, *place};
        *place = BREAKPOINT_INSTRUCTION;
        return true;
    }
    return false;
}

static void clear_software(struct hvt *hvt, struct breakpoint *breakpoint)
{
    *memory_at(hvt, breakpoint->address, 1) = breakpoint->byte;
    breakpoint->set = false;
}

/*
 * Intel SDM volume 3, 17.2.4: the type and length fields of DR7. All that is
 * left for debug registers is to watch data: memory can always be written.
 */
static bool dr7_of(enum gdb_breakpoint_kind kind, uint64_t address, size_t size,
                   uint64_t *dr7)
{
    static const uint8_t lengths[] = {[1] = 0, [2] = 1, [4] = 3, [8] = 2};
    uint64_t type = kind == GDB_WATCH_WRITE ? 1 : 3;

    if (size != 1 && size != 2 && size != 4 && size != 8)
        return false;
    *dr7 = type | (uint64_t)lengths[size] << 2;
    return address % size == 0;
}

static bool set_hardware(uint64_t address, uint64_t dr7)
{
    for (unsigned i = 0; i < HARDWARE_BREAKPOINTS; i++) {
        if (watchpoints[i].dr7)
            continue;
        watchpoints[i] =
            (struct watchpoint){address, dr7 << (16 + i * 4) | 2ull << i * 2};
        return true;
    }
    return false;
}

static void clear_hardware(uint64_t address, uint64_t dr7)
{
    for (unsigned i = 0; i < HARDWARE_BREAKPOINTS; i++)
        if (watchpoints[i].address == address &&
            (watchpoints[i].dr7 >> (16 + i * 4) & 15) == dr7)
            watchpoints[i] = (struct watchpoint){0};
}

static bool set_breakpoint(void *guest, enum gdb_breakpoint_kind kind,
                           uint64_t address, size_t size, bool on)
{
    struct hvt *hvt = hvt_of(guest);
    uint64_t dr7;

    if (kind == GDB_BREAK_SOFTWARE || kind == GDB_BREAK_HARDWARE) {
        if (on)
            return set_software(hvt, address);
        if (find(address))
            clear_software(hvt, find(address));
        return true;
    }
    if (!dr7_of(kind, address, size, &dr7))
        return false;
    if (on)
        return set_hardware(address, dr7);
    clear_hardware(address, dr7);
    return true;
}

/* ---- running ---- */

void gdb_guest_arm(struct hvt *hvt, bool step)
{
    struct kvm_guest_debug debug = {
        .control = KVM_GUESTDBG_ENABLE | KVM_GUESTDBG_USE_SW_BP,
    };

    if (step)
        debug.control |= KVM_GUESTDBG_SINGLESTEP;
    for (unsigned i = 0; i < HARDWARE_BREAKPOINTS; i++) {
        if (!watchpoints[i].dr7)
            continue;
        debug.control |= KVM_GUESTDBG_USE_HW_BP;
        debug.arch.debugreg[i] = watchpoints[i].address;
        debug.arch.debugreg[7] |= watchpoints[i].dr7;
    }
    if (ioctl(hvt->vm.cpu_fd, KVM_SET_GUEST_DEBUG, &debug) < 0)
        err(EXIT_FAILURE, "KVM: ioctl (KVM_SET_GUEST_DEBUG) failed");
}

void gdb_guest_rewind(struct hvt *hvt)
{
    struct gdb_registers registers;

    read_all(hvt, &registers);
    if (!find(registers.regs.rip - 1))
        return;
    registers.regs.rip--;
    vm_set_registers(&hvt->vm, &registers.regs, &registers.sregs);
}

bool gdb_guest_has_breakpoint(uint64_t address)
{
    return find(address);
}

void gdb_guest_release(struct hvt *hvt)
{
    struct kvm_guest_debug debug = {.control = 0};

    for (unsigned i = 0; i < MOST_BREAKPOINTS; i++)
        if (breakpoints[i].set)
            clear_software(hvt, &breakpoints[i]);
    memset(watchpoints, 0, sizeof(watchpoints));
    if (ioctl(hvt->vm.cpu_fd, KVM_SET_GUEST_DEBUG, &debug) < 0)
        err(EXIT_FAILURE, "KVM: ioctl (KVM_SET_GUEST_DEBUG) failed");
}

struct gdb_target gdb_guest_target(struct hvt *hvt)
{
    return (struct gdb_target){
        .guest = hvt,
        .get_registers = get_registers,
        .set_registers = set_registers,
        .read = read_memory,
        .write = write_memory,
        .set_breakpoint = set_breakpoint,
    };
}
