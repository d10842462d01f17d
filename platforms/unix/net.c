/*
 * Frames through taps. A tap takes and gives one frame a call.
 */
#include "net.h"
#include "wait.h"
#include <errno.h>
#include <mirage/log.h>
#include <mirage/platform.h>
#include <string.h>
#include <unistd.h>

MIRAGE_LOG_SOURCE(net_log, "netif");

enum { ETHERNET_HEADER = 14, VLAN_TAG = 4 };

static struct mirage_unix_net *find(unsigned handle)
{
    struct mirage_unix_net *net = mirage_unix_net(handle);

    if (!net)
        mirage_platform_abort();
    return net;
}

static enum mirage_error lose(unsigned handle, struct mirage_unix_net *net)
{
    if (!net->gone) {
        mirage_log_error_to(&net_log, "the tap '%s' has gone: %s", net->name,
                            strerror(errno));
        mirage_unix_unwatch(handle, net->fd);
    }
    net->gone = true;
    return MIRAGE_DISCONNECTED;
}

/* ---- sending ---- */

static enum mirage_error say_down(struct mirage_unix_net *net)
{
    if (!net->down)
        mirage_log_error_to(&net_log,
                            "the tap '%s' is down: bring it up with '%s'",
                            net->name, mirage_unix_net_up_command(net->name));
    net->down = true;
    return MIRAGE_DISCONNECTED;
}

/* A frame for which the host has no memory is lost, as on any network. */
static enum mirage_error send_error(unsigned handle,
                                    struct mirage_unix_net *net)
{
    switch (errno) {
    case EAGAIN:
        return MIRAGE_AGAIN;
    case EINVAL:
        return MIRAGE_INVALID;
    case ENOMEM:
    case ENOBUFS:
        return MIRAGE_OK;
    case EIO:
        return say_down(net);
    default:
        return lose(handle, net);
    }
}

static enum mirage_error send(unsigned handle, struct mirage_unix_net *net,
                              const struct mirage_frame *frame)
{
    ssize_t size;

    if (frame->size > (size_t)net->mtu + ETHERNET_HEADER + VLAN_TAG)
        return MIRAGE_INVALID;
    do
        size = write(net->fd, frame->data, frame->size);
    while (size < 0 && errno == EINTR);
    if (size < 0)
        return send_error(handle, net);
    net->down = false;
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_net_write(unsigned handle,
                                            const struct mirage_frame *frames,
                                            size_t count, size_t *sent)
{
    struct mirage_unix_net *net = find(handle);

    for (*sent = 0; *sent < count; ++*sent) {
        enum mirage_error error = send(handle, net, &frames[*sent]);

        if (error)
            return error;
    }
    return MIRAGE_OK;
}

/* ---- receiving ---- */

static enum mirage_error receive(unsigned handle, struct mirage_unix_net *net,
                                 struct mirage_frame *frame)
{
    ssize_t size;

    do
        size = read(net->fd, frame->data, frame->size);
    while (size < 0 && errno == EINTR);
    if (size < 0)
        return errno == EAGAIN ? MIRAGE_AGAIN : lose(handle, net);
    frame->size = size;
    frame->checksum_start = frame->checksum_offset = frame->segment_size = 0;
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_net_read(unsigned handle,
                                           struct mirage_frame *frames,
                                           size_t count, size_t *received)
{
    struct mirage_unix_net *net = find(handle);

    for (*received = 0; *received < count; ++*received) {
        enum mirage_error error = receive(handle, net, &frames[*received]);

        if (error)
            return *received > 0 ? MIRAGE_OK : error;
    }
    return MIRAGE_OK;
}
