/* net.h: networks that have been acquired. */
#ifndef NET_H
#define NET_H

#include <stdbool.h>
#include <stdint.h>

struct mirage_unix_net {
    char *name;
    int fd; /* of the tap, not blocking */
    uint16_t mtu;
    bool gone; /* the tap has been removed */
    bool down; /* at the last write */
};

/* The network with this handle; NULL if it is not one's. */
struct mirage_unix_net *mirage_unix_net(unsigned handle);

/* What brings the tap `name` up, to type in a shell. Overwritten by the next */
const char *mirage_unix_net_up_command(const char *name);

#endif
