/* Whatever comes from a debugger: each line of input is a packet's data. */
#include "gdb_fake.h"
#include <stdlib.h>
#include <string.h>

static struct gdb_fake fake;
static struct gdb_parser parser;
static struct gdb_reply reply;

static void carry_out(void)
{
    struct gdb_target target = gdb_fake_target(&fake);

    gdb_command(&target, 5, parser.data, &reply);
    if (reply.size > sizeof(reply.frame))
        abort();
}

static void take(char byte)
{
    if (gdb_parser_take(&parser, byte) == GDB_PACKET)
        carry_out();
}

/* In a frame whose sum is right, so that not all are refused for that. */
static void take_packet(const char *data, size_t size)
{
    uint8_t sum = 0;

    take('$');
    for (size_t i = 0; i < size; i++) {
        sum += (uint8_t)data[i];
        take(data[i]);
    }
    take('#');
    take("0123456789abcdef"[sum >> 4]);
    take("0123456789abcdef"[sum & 15]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *at = (const char *)data, *end = at + size;

    parser.state = GDB_IDLE;
    while (at < end) {
        const char *line = memchr(at, '\n', (size_t)(end - at));
        const char *stop = line ? line : end;

        take_packet(at, (size_t)(stop - at));
        at = line ? line + 1 : end;
    }
    for (size_t i = 0; i < size; i++)
        take((char)data[i]);
    return 0;
}
