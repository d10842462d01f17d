/*
 * tap.h: opening what serves as a guest's network.
 *
 * One read of the descriptor gives one Ethernet frame, one write sends one;
 * neither waits.
 */
#ifndef TAP_H
#define TAP_H

#include <stdbool.h>
#include <stdint.h>

struct tap {
    int fd;
    uint16_t mtu; /* bytes, without the Ethernet header */
};

/* Opens the tap interface, which exists and is up. False with errno set. */
bool tap_open(struct tap *tap, const char *interface);

/*
 * Takes an open descriptor: of a tap made with IFF_NO_PI, or of a socket that
 * keeps the bounds of what is sent (SOCK_DGRAM, SOCK_SEQPACKET, AF_PACKET). The
 * MTU is 1500 where it cannot be found out. False with errno set.
 */
bool tap_adopt(struct tap *tap, int fd);

#endif
