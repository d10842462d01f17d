#define _GNU_SOURCE /* unshare */
#include "host.h"
#include "test.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static struct ifreq request_for(const char *name)
{
    struct ifreq request = {0};

    strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    return request;
}

int host_make_interface(const char *name, int mode)
{
    struct ifreq request = request_for(name);
    int fd = open("/dev/net/tun", O_RDWR), result;

    request.ifr_flags = mode | IFF_NO_PI;
    result = fd < 0 || ioctl(fd, TUNSETIFF, &request) < 0 ||
             ioctl(fd, TUNSETPERSIST, 1) < 0;
    if (fd >= 0)
        close(fd);
    return result ? -1 : 0;
}

void host_make_tap(const char *name)
{
    assert_int_equal(host_make_interface(name, IFF_TAP), 0);
}

void host_remove_interface(const char *name)
{
    char command[64];

    snprintf(command, sizeof(command), "ip link delete %s", name);
    assert_int_equal(system(command), 0);
}

void host_set_up(const char *name, bool up)
{
    struct ifreq request = request_for(name);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    assert_int_equal(ioctl(fd, SIOCGIFFLAGS, &request), 0);
    request.ifr_flags =
        up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
    assert_int_equal(ioctl(fd, SIOCSIFFLAGS, &request), 0);
    close(fd);
}

void host_set_mtu(const char *name, int mtu)
{
    struct ifreq request = request_for(name);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    request.ifr_mtu = mtu;
    assert_int_equal(ioctl(fd, SIOCSIFMTU, &request), 0);
    close(fd);
}

static bool cannot(const char *what)
{
    fprintf(stderr, "skipped: %s: %s\n", what, strerror(errno));
    return false;
}

bool host_enter_namespace(void)
{
    if (unshare(CLONE_NEWNET) < 0)
        return cannot("no network namespace can be made");
    if (host_make_interface("probe", IFF_TAP) < 0)
        return cannot("no tap can be made");
    if (system("ip link delete probe") != 0)
        return cannot("there is no command 'ip'");
    return true;
}
