/*
 * gdb_packet.h: the frames of gdb's remote protocol: "$data#cc", where cc is
 * the sum of the data's bytes in hexadecimal, answered by '+' or '-'.
 *
 * GDB manual, appendix E: Overview and Packets.
 */
#ifndef HVT_GDB_PACKET_H
#define HVT_GDB_PACKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    GDB_PACKET_SIZE = 4096, /* bytes of data; gdb is told */
};

enum gdb_event {
    GDB_NOTHING,    /* more bytes are needed */
    GDB_PACKET,     /* parser.data is one, whole, with a NUL behind it */
    GDB_BAD_PACKET, /* its sum is wrong, or it is too long */
    GDB_NACK,       /* the other side wants the last one again */
    GDB_INTERRUPT,  /* the user has pressed control-C */
};

/* Starts as {0}. */
struct gdb_parser {
    enum { GDB_IDLE, GDB_DATA, GDB_SUM_1, GDB_SUM_2 } state;
    char data[GDB_PACKET_SIZE + 1];
    size_t size; /* may count more than fit */
    uint8_t sum;
    char sum_digit;
};

/* Takes the next byte that came. */
enum gdb_event gdb_parser_take(struct gdb_parser *parser, char byte);

/* A packet to be sent, whose data is cut where it is too long. */
struct gdb_reply {
    char frame[1 + GDB_PACKET_SIZE + 3];
    size_t size; /* of the frame */
};

void gdb_reply_begin(struct gdb_reply *reply);
void gdb_reply_add(struct gdb_reply *reply, const char *text);
void gdb_reply_add_hex(struct gdb_reply *reply, const void *data, size_t size);
void gdb_reply_end(struct gdb_reply *reply);

/* The value of a hexadecimal digit, -1 if it is none. */
int gdb_hex_digit(char digit);

#endif
