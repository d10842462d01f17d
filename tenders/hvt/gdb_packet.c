#include "gdb_packet.h"
#include <string.h>

static const char digits[] = "0123456789abcdef";

enum { CONTROL_C = 3 };

int gdb_hex_digit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

static enum gdb_event begin(struct gdb_parser *parser, char byte)
{
    if (byte == CONTROL_C)
        return GDB_INTERRUPT;
    if (byte == '-')
        return GDB_NACK;
    if (byte == '$') {
        parser->state = GDB_DATA;
        parser->size = 0;
        parser->sum = 0;
    }
    return GDB_NOTHING;
}

static void add(struct gdb_parser *parser, char byte)
{
    if (byte == '#') {
        parser->state = GDB_SUM_1;
        return;
    }
    parser->sum += (uint8_t)byte;
    if (parser->size < GDB_PACKET_SIZE)
        parser->data[parser->size] = byte;
    parser->size++;
}

static enum gdb_event end(struct gdb_parser *parser, char byte)
{
    int high = gdb_hex_digit(parser->sum_digit), low = gdb_hex_digit(byte);

    parser->state = GDB_IDLE;
    if (high < 0 || low < 0 || high * 16 + low != parser->sum ||
        parser->size > GDB_PACKET_SIZE)
        return GDB_BAD_PACKET;
    parser->data[parser->size] = '\0';
    return GDB_PACKET;
}

enum gdb_event gdb_parser_take(struct gdb_parser *parser, char byte)
{
    switch (parser->state) {
    case GDB_IDLE:
        return begin(parser, byte);
    case GDB_DATA:
        add(parser, byte);
        return GDB_NOTHING;
    case GDB_SUM_1:
        parser->sum_digit = byte;
        parser->state = GDB_SUM_2;
        return GDB_NOTHING;
    case GDB_SUM_2:
        return end(parser, byte);
    }
    return GDB_NOTHING;
}

void gdb_reply_begin(struct gdb_reply *reply)
{
    reply->frame[0] = '$';
    reply->size = 1;
}

static void add_byte(struct gdb_reply *reply, char byte)
{
    if (reply->size < 1 + GDB_PACKET_SIZE)
        reply->frame[reply->size++] = byte;
}

void gdb_reply_add(struct gdb_reply *reply, const char *text)
{
    while (*text)
        add_byte(reply, *text++);
}

void gdb_reply_add_hex(struct gdb_reply *reply, const void *data, size_t size)
{
    const uint8_t *bytes = data;

    for (size_t i = 0; i < size; i++) {
        add_byte(reply, digits[bytes[i] >> 4]);
        add_byte(reply, digits[bytes[i] & 15]);
    }
}

void gdb_reply_end(struct gdb_reply *reply)
{
    uint8_t sum = 0;

    for (size_t i = 1; i < reply->size; i++)
        sum += (uint8_t)reply->frame[i];
    reply->frame[reply->size++] = '#';
    reply->frame[reply->size++] = digits[sum >> 4];
    reply->frame[reply->size++] = digits[sum & 15];
}
