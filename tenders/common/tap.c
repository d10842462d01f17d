#include "tap.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/ethtool.h>
#include <linux/if_tun.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

enum { DEFAULT_MTU = 1500 };

static int interface_ioctl(unsigned long request, struct ifreq *ifr)
{
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    int result, error;

    if (fd < 0)
        return -1;
    result = ioctl(fd, request, ifr);
    error = errno;
    close(fd);
    errno = error;
    return result;
}

static struct ifreq request_for(const char *interface)
{
    struct ifreq ifr = {0};

    strncpy(ifr.ifr_name, interface, IFNAMSIZ - 1);
    return ifr;
}

static bool is_up(const char *interface)
{
    struct ifreq ifr = request_for(interface);

    if (interface_ioctl(SIOCGIFFLAGS, &ifr) < 0) {
        if (errno == ENODEV)
            errno = ENOENT;
        return false;
    }
    errno = ENETDOWN;
    return ifr.ifr_flags & (IFF_UP | IFF_RUNNING);
}

static bool get_mtu(const char *interface, uint16_t *mtu)
{
    struct ifreq ifr = request_for(interface);

    if (interface_ioctl(SIOCGIFMTU, &ifr) < 0)
        return false;
    *mtu = (uint16_t)ifr.ifr_mtu;
    return true;
}

/*
 * The host must not merge what the guest sends or is sent. It may refuse to
 * change this, and frames of the right size still arrive.
 */
static void switch_off_merging(const char *interface)
{
    const uint32_t commands[] = {ETHTOOL_SGRO, ETHTOOL_SGSO};

    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        struct ethtool_value value = {.cmd = commands[i]};
        struct ifreq ifr = request_for(interface);

        ifr.ifr_data = (void *)&value;
        interface_ioctl(SIOCETHTOOL, &ifr);
    }
}

static bool bind_to(int fd, const char *interface)
{
    struct ifreq ifr = request_for(interface);

    ifr.ifr_flags = IFF_TAP | IFF_NO_PI;
    if (ioctl(fd, TUNSETIFF, &ifr) < 0)
        return false;
    errno = EINVAL;
    return strncmp(ifr.ifr_name, interface, IFNAMSIZ) == 0;
}

bool tap_open(struct tap *tap, const char *interface)
{
    int error;

    if (strlen(interface) >= IFNAMSIZ) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (!is_up(interface))
        return false;
    tap->fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (tap->fd < 0)
        return false;
    if (bind_to(tap->fd, interface) && get_mtu(interface, &tap->mtu)) {
        switch_off_merging(interface);
        return true;
    }
    error = errno;
    close(tap->fd);
    errno = error;
    return false;
}

static bool is_packet_socket(int fd)
{
    int type;
    socklen_t size = sizeof type;

    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 &&
           (type == SOCK_DGRAM || type == SOCK_SEQPACKET || type == SOCK_RAW);
}

bool tap_adopt(struct tap *tap, int fd)
{
    struct ifreq ifr = {0};
    int flags = fcntl(fd, F_GETFL);

    *tap = (struct tap){.fd = fd, .mtu = DEFAULT_MTU};
    if (flags < 0 || fcntl(fd, F_SETFL, flags | O_NONBLOCK) < 0)
        return false;
    if (is_packet_socket(fd))
        return true;
    if (ioctl(fd, TUNGETIFF, &ifr) < 0)
        return false;
    /* Whether it has IFF_NO_PI cannot be seen: IFF_NOFILTER is the same bit. */
    errno = EINVAL;
    if (!(ifr.ifr_flags & IFF_TAP) || (ifr.ifr_flags & IFF_VNET_HDR))
        return false;
    /* It may be that of another network namespace, and unknown here. */
    get_mtu(ifr.ifr_name, &tap->mtu);
    return true;
}
