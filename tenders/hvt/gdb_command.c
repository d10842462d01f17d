/* GDB manual, appendix E: Packets, and General Query Packets. */
#include "gdb_command.h"
#include <string.h>

enum { READ_MOST = GDB_PACKET_SIZE / 2 };

/* ---- reading a packet ---- */

/* A hexadecimal number, at most 64 bits; false if there is none. */
static bool take_number(const char **at, uint64_t *number)
{
    unsigned digits = 0;

    *number = 0;
    while (gdb_hex_digit(**at) >= 0) {
        *number = *number << 4 | (uint64_t)gdb_hex_digit(*(*at)++);
        digits++;
    }
    return digits > 0 && digits <= 16;
}

static bool take_char(const char **at, char wanted)
{
    if (**at != wanted)
        return false;
    (*at)++;
    return true;
}

/* Exactly `size` bytes in hexadecimal, to the end of the packet. */
static bool take_bytes(const char *at, uint8_t *bytes, size_t size)
{
    if (strlen(at) != size * 2)
        return false;
    for (size_t i = 0; i < size; i++) {
        int high = gdb_hex_digit(at[i * 2]);
        int low = gdb_hex_digit(at[i * 2 + 1]);

        if (high < 0 || low < 0)
            return false;
        bytes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

/* ---- commands ---- */

static void answer(struct gdb_reply *reply, bool done)
{
    gdb_reply_add(reply, done ? "OK" : "E01");
}

static void read_registers(const struct gdb_target *target,
                           struct gdb_reply *reply)
{
    uint8_t registers[GDB_REGISTERS_SIZE];

    target->get_registers(target->guest, registers);
    gdb_reply_add_hex(reply, registers, sizeof(registers));
}

static bool write_registers(const struct gdb_target *target, const char *at)
{
    uint8_t registers[GDB_REGISTERS_SIZE];

    if (!take_bytes(at, registers, sizeof(registers)))
        return false;
    target->set_registers(target->guest, registers);
    return true;
}

static bool take_range(const char **at, uint64_t *address, uint64_t *size)
{
    return take_number(at, address) && take_char(at, ',') &&
           take_number(at, size);
}

static void read_memory(const struct gdb_target *target, const char *at,
                        struct gdb_reply *reply)
{
    uint8_t data[READ_MOST];
    uint64_t address, size;

    if (!take_range(&at, &address, &size) || *at || size > READ_MOST ||
        !target->read(target->guest, address, data, size)) {
        answer(reply, false);
        return;
    }
    gdb_reply_add_hex(reply, data, size);
}

static bool write_memory(const struct gdb_target *target, const char *at)
{
    uint8_t data[READ_MOST];
    uint64_t address, size;

    return take_range(&at, &address, &size) && take_char(&at, ':') &&
           size <= READ_MOST && take_bytes(at, data, size) &&
           target->write(target->guest, address, data, size);
}

/* Z0,address,kind and so on; z takes it back. */
static void set_breakpoint(const struct gdb_target *target, const char *at,
                           bool on, struct gdb_reply *reply)
{
    uint64_t kind, address, size;

    if (!take_number(&at, &kind) || kind > GDB_WATCH_ACCESS)
        return; /* not a kind we know: an empty reply says so */
    answer(reply, take_char(&at, ',') && take_range(&at, &address, &size) &&
                      target->set_breakpoint(target->guest,
                                             (enum gdb_breakpoint_kind)kind,
                                             address, size, on));
}

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* With qAttached=1, gdb lets the guest go on when it quits. */
static void answer_query(const char *packet, struct gdb_reply *reply)
{
    if (begins_with(packet, "qSupported"))
        gdb_reply_add(reply, "PacketSize=1000");
    if (strcmp(packet, "qAttached") == 0)
        gdb_reply_add(reply, "1");
}

static enum gdb_outcome act(const struct gdb_target *target, const char *packet,
                            struct gdb_reply *reply)
{
    switch (packet[0]) {
    case 'g':
        read_registers(target, reply);
        break;
    case 'G':
        answer(reply, write_registers(target, packet + 1));
        break;
    case 'm':
        read_memory(target, packet + 1, reply);
        break;
    case 'M':
        answer(reply, write_memory(target, packet + 1));
        break;
    case 'Z':
    case 'z':
        set_breakpoint(target, packet + 1, packet[0] == 'Z', reply);
        break;
    case 'q':
        answer_query(packet, reply);
        break;
    case 'c':
    case 'C': /* with a signal, which a guest cannot be sent */
        return GDB_CONTINUE;
    case 's':
    case 'S':
        return GDB_STEP;
    case 'D':
        answer(reply, true);
        return GDB_DETACH;
    case 'k':
        return GDB_KILL;
    }
    return GDB_STAY;
}

enum gdb_outcome gdb_command(const struct gdb_target *target, int stop_signal,
                             const char *packet, struct gdb_reply *reply)
{
    enum gdb_outcome outcome;

    if (strcmp(packet, "?") == 0) {
        gdb_reply_event(reply, 'S', (uint8_t)stop_signal);
        return GDB_STAY;
    }
    gdb_reply_begin(reply);
    outcome = act(target, packet, reply);
    gdb_reply_end(reply);
    return outcome;
}

void gdb_reply_event(struct gdb_reply *reply, char kind, uint8_t number)
{
    const char text[] = {kind, '\0'};

    gdb_reply_begin(reply);
    gdb_reply_add(reply, text);
    gdb_reply_add_hex(reply, &number, 1);
    gdb_reply_end(reply);
}
