#include "../solo5/boot.h"
#include "../solo5/manifest.h"
#include "calls.h"
#include "host.h"
#include <errno.h>
#include <mirage/platform.h>
#include <string.h>

enum { ETHERNET_HEADER = 14, FORGET = 2 /* EPOLL_CTL_DEL */ };

enum mirage_error mirage_platform_net_acquire(const char *name,
                                              unsigned *handle,
                                              struct mirage_net_info *info)
{
    const struct mft_entry *entry = solo5_manifest_find(
        solo5_machine.manifest, name, MFT_DEV_NET_BASIC, handle);

    if (!entry)
        return MIRAGE_NOT_FOUND;
    memcpy(info->mac, entry->u.net.mac, sizeof(info->mac));
    info->mtu = entry->u.net.mtu;
    info->offload = 0;
    return MIRAGE_OK;
}

/* A tap that has gone is always ready, and would end every wait. */
static enum mirage_error lose(const struct mft_entry *net)
{
    if (spt_has(SPT_NET_FORGET))
        spt_call4(SPT_EPOLL_CTL, spt_boot_info->epollfd, FORGET, net->b.hostfd,
                  0);
    return MIRAGE_DISCONNECTED;
}

/* ---- sending ---- */

static enum mirage_error write_frame(const struct mft_entry *net,
                                     const struct mirage_frame *frame)
{
    long done;

    if (frame->size > (size_t)net->u.net.mtu + ETHERNET_HEADER)
        return MIRAGE_INVALID;
    done = spt_call3(SPT_WRITE, net->b.hostfd, (long)frame->data,
                     (long)frame->size);
    if (done == (long)frame->size)
        return MIRAGE_OK;
    return done == -EAGAIN ? MIRAGE_AGAIN : MIRAGE_DISCONNECTED;
}

enum mirage_error mirage_platform_net_write(unsigned handle,
                                            const struct mirage_frame *frames,
                                            size_t count, size_t *sent)
{
    const struct mft_entry *net = spt_device(handle);

    for (*sent = 0; *sent < count; ++*sent) {
        enum mirage_error error = write_frame(net, &frames[*sent]);

        if (error)
            return error;
    }
    return MIRAGE_OK;
}

/* ---- receiving ---- */

static enum mirage_error read_frame(const struct mft_entry *net,
                                    struct mirage_frame *frame)
{
    long done = spt_call3(SPT_READ, net->b.hostfd, (long)frame->data,
                          (long)frame->size);

    if (done == -EAGAIN || done == 0)
        return MIRAGE_AGAIN;
    if (done < 0)
        return lose(net);
    *frame = (struct mirage_frame){.data = frame->data, .size = (size_t)done};
    return MIRAGE_OK;
}

enum mirage_error mirage_platform_net_read(unsigned handle,
                                           struct mirage_frame *frames,
                                           size_t count, size_t *received)
{
    enum mirage_error error = MIRAGE_OK;

    for (*received = 0; *received < count && !error;)
        if (!(error = read_frame(spt_device(handle), &frames[*received])))
            ++*received;
    return *received > 0 ? MIRAGE_OK : error;
}
