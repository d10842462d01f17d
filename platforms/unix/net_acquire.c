/*
 * Taps as networks. The tap has to be there: one made here would be down, have
 * no address and go with the process, and nobody would know why nothing
 * answers. What is wrong is said with the command that mends it.
 */
#include "handles.h"
#include "net.h"
#include "wait.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

MIRAGE_LOG_SOURCE(net_log, "netif");

#define TUN_DEVICE "/dev/net/tun"

static struct mirage_unix_net nets[MIRAGE_UNIX_HANDLES];

struct mirage_unix_net *mirage_unix_net(unsigned handle)
{
    return handle < MIRAGE_UNIX_HANDLES && nets[handle].name ? &nets[handle]
                                                             : NULL;
}

/* ---- what to type ---- */

const char *mirage_unix_net_up_command(const char *name)
{
    static char text[64];

    snprintf(text, sizeof(text), "sudo ip link set %.16s up", name);
    return text;
}

static const char *make_command(const char *name)
{
    static char text[160];

    snprintf(text, sizeof(text),
             "sudo ip tuntap add %.16s mode tap user $USER && %s", name,
             mirage_unix_net_up_command(name));
    return text;
}

/* ---- what is wrong ---- */

static enum mirage_error refuse(const char *name, const char *why)
{
    mirage_log_error_to(&net_log, "cannot use the tap '%s': %s", name, why);
    return MIRAGE_FAILED;
}

static enum mirage_error refuse_missing(const char *name)
{
    mirage_log_error_to(&net_log, "there is no tap '%s': make one with '%s'",
                        name, make_command(name));
    return MIRAGE_NOT_FOUND;
}

static enum mirage_error refuse_long(const char *name)
{
    mirage_log_error_to(&net_log,
                        "there is no tap '%s': no name of an interface is "
                        "longer than %d letters",
                        name, IFNAMSIZ - 1);
    return MIRAGE_NOT_FOUND;
}

static enum mirage_error refuse_no_driver(const char *name)
{
    mirage_log_error_to(&net_log,
                        "cannot use the tap '%s': there is no " TUN_DEVICE
                        ", load the driver with 'sudo modprobe tun'",
                        name);
    return MIRAGE_FAILED;
}

static enum mirage_error refuse_not_allowed(const char *name)
{
    mirage_log_error_to(
        &net_log,
        "you may not use the tap '%s': run the unikernel with sudo, or make "
        "the tap yours with 'sudo ip link delete %s && %s'",
        name, name, make_command(name));
    return MIRAGE_FAILED;
}

static enum mirage_error explain(const char *name)
{
    switch (errno) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
        return refuse_no_driver(name);
    case EACCES:
    case EPERM:
        return refuse_not_allowed(name);
    case EBUSY:
        return refuse(name, "it is in use already");
    case EINVAL:
        return refuse(name, "it is another kind of interface");
    default:
        return refuse(name, strerror(errno));
    }
}

/* ---- the interface ---- */

static struct ifreq request_for(const char *name)
{
    struct ifreq request = {0};

    memcpy(request.ifr_name, name, strlen(name));
    return request;
}

static enum mirage_error ask(const char *name, uint16_t *mtu, bool *is_up)
{
    struct ifreq request = request_for(name);
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    enum mirage_error error = MIRAGE_OK;

    if (fd < 0)
        return refuse(name, strerror(errno));
    if (ioctl(fd, SIOCGIFFLAGS, &request) < 0)
        error = refuse_missing(name);
    *is_up = request.ifr_flags & IFF_UP;
    if (!error && ioctl(fd, SIOCGIFMTU, &request) < 0)
        error = refuse(name, strerror(errno));
    *mtu = request.ifr_mtu;
    close(fd);
    return error;
}

static enum mirage_error attach(const char *name, int *fd)
{
    struct ifreq request = request_for(name);
    enum mirage_error error;

    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    *fd = open(TUN_DEVICE, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (*fd < 0)
        return explain(name);
    if (ioctl(*fd, TUNSETIFF, &request) == 0)
        return MIRAGE_OK;
    error = explain(name);
    close(*fd);
    return error;
}

/* ---- keeping it ---- */

static enum mirage_error keep(struct mirage_unix_net *net, const char *name,
                              unsigned *handle)
{
    net->name = strdup(name);
    if (!net->name)
        return refuse(name, "memory ran out");
    if (!mirage_unix_handle_take(handle)) {
        free(net->name);
        return refuse(name, "there are too many devices, 64 already");
    }
    nets[*handle] = *net;
    mirage_unix_watch(*handle, net->fd);
    return MIRAGE_OK;
}

/* Not the host's end's own: an address of the kind that nobody has bought. */
static void make_mac(uint8_t mac[6])
{
    mirage_platform_entropy(mac, 6);
    mac[0] = (mac[0] & ~1) | 2;
}

enum mirage_error mirage_platform_net_acquire(const char *name,
                                              unsigned *handle,
                                              struct mirage_net_info *info)
{
    struct mirage_unix_net net = {0};
    enum mirage_error error;
    bool is_up = false;

    if (strlen(name) >= IFNAMSIZ)
        return refuse_long(name);
    error = ask(name, &net.mtu, &is_up);
    if (!error)
        error = attach(name, &net.fd);
    if (error)
        return error;
    error = keep(&net, name, handle);
    if (error) {
        close(net.fd);
        return error;
    }
    if (!is_up)
        mirage_log_warning_to(&net_log,
                              "the tap '%s' is down: bring it up with '%s'",
                              name, mirage_unix_net_up_command(name));
    *info = (struct mirage_net_info){.mtu = net.mtu};
    make_mac(info->mac);
    return MIRAGE_OK;
}
