/*
 * Answers ARP requests and pings: 10.0.0.2 on its first network, 10.1.0.2 on
 * its second. Ends well after as many pings as the command line says, or
 * waits for that if it says none.
 */
#include "guest.h"

enum {
    ETHERNET = 14, /* sizes of headers */
    ARP = 28,
    IP = 20,
    ICMP = 8,
    LARGEST_FRAME = ETHERNET + 65535,
};

static uint8_t frame[LARGEST_FRAME];

static bool same(const uint8_t *a, const uint8_t *b, size_t size)
{
    while (size > 0 && *a == *b)
        a++, b++, size--;
    return size == 0;
}

/* ---- one network ---- */

struct net {
    unsigned handle;
    const uint8_t *mac;
    uint8_t address[4];
};

static void answer_to(const struct net *net)
{
    memcpy(frame, frame + 6, 6);
    memcpy(frame + 6, net->mac, 6);
}

static size_t answer_arp(const struct net *net, size_t size)
{
    uint8_t *arp = frame + ETHERNET;

    if (size < ETHERNET + ARP || arp[7] != 1 ||
        !same(arp + 24, net->address, 4))
        return 0;
    answer_to(net);
    arp[7] = 2;
    memcpy(arp + 18, arp + 8, 10);
    memcpy(arp + 8, net->mac, 6);
    memcpy(arp + 14, net->address, 4);
    return ETHERNET + ARP;
}

/* The type changes from 8 to 0, and the checksum (RFC 1071) as much. */
static void turn_into_reply(uint8_t *icmp)
{
    unsigned sum = (unsigned)icmp[2] << 8 | icmp[3];

    icmp[0] = 0;
    sum += 8 << 8;
    sum += sum >> 16;
    icmp[2] = (uint8_t)(sum >> 8);
    icmp[3] = (uint8_t)sum;
}

static size_t answer_ping(const struct net *net, size_t size)
{
    uint8_t *ip = frame + ETHERNET;

    if (size < ETHERNET + IP + ICMP || ip[0] != 0x45 || ip[9] != 1 ||
        !same(ip + 16, net->address, 4) || ip[IP] != 8)
        return 0;
    answer_to(net);
    memcpy(ip + 16, ip + 12, 4);
    memcpy(ip + 12, net->address, 4);
    turn_into_reply(ip + IP);
    return size;
}

/* Whether it was a ping. */
static bool answer(const struct net *net, size_t size)
{
    bool is_ip = frame[12] == 8 && frame[13] == 0;
    bool is_arp = frame[12] == 8 && frame[13] == 6;
    size_t reply = is_ip    ? answer_ping(net, size)
                   : is_arp ? answer_arp(net, size)
                            : 0;

    if (reply)
        guest_check(!guest_net_write(net->handle, frame, reply), "writing");
    return reply && is_ip;
}

static uint64_t serve(const struct net *net)
{
    uint64_t pings = 0;
    long size;

    while ((size = guest_net_read(net->handle, frame, sizeof frame)) > 0)
        pings += size >= ETHERNET && answer(net, (size_t)size);
    guest_check(size == 0, "reading");
    return pings;
}

/* ---- all of them ---- */

static struct net find_net(const struct guest *guest, unsigned handle)
{
    return (struct net){
        .handle = handle,
        .mac = guest->mft->e[handle].u.net.mac,
        .address = {10, (uint8_t)(handle - 1), 0, 2},
    };
}

static uint64_t parse_number(const char *text)
{
    uint64_t number = 0;

    while (*text >= '0' && *text <= '9')
        number = number * 10 + (uint64_t)(*text++ - '0');
    return number;
}

static void print_mtu(const struct guest *guest, unsigned handle)
{
    guest_print("MTU is ");
    guest_print_number(guest->mft->e[handle].u.net.mtu);
    guest_print("\n");
}

int guest_main(const struct guest *guest)
{
    uint64_t wanted = parse_number(guest->cmdline), pings = 0;

    for (unsigned i = 1; i < guest->mft->entries; i++)
        print_mtu(guest, i);
    while (!wanted || pings < wanted) {
        uint64_t ready = guest_yield(guest_clock() + UINT64_C(3600000000000));

        for (unsigned i = 1; i < guest->mft->entries; i++) {
            struct net net = find_net(guest, i);

            if (ready >> i & 1)
                pings += serve(&net);
        }
    }
    guest_print("SUCCESS\n");
    return 0;
}
