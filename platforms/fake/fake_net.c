#include "fake.h"
#include <stdlib.h>
#include <string.h>

struct frame {
    uint64_t when; /* from then on it can be read */
    struct mirage_frame frame;
    struct frame *next;
};

struct net {
    const char *name;
    unsigned handle;
    struct mirage_net_info info;
    struct frame *arriving, *sent; /* first to come first */
    struct net *peer;
    uint64_t delay_ns;
    size_t room; /* for frames to send */
    enum mirage_error error;
    struct net *next;
};

static struct net *nets;

/* ---- queues of frames ---- */

static void add(struct frame **queue, uint64_t when,
                const struct mirage_frame *frame)
{
    struct frame *copy = malloc(sizeof(*copy));

    while (*queue && (*queue)->when <= when)
        queue = &(*queue)->next;
    *copy = (struct frame){when, *frame, *queue};
    copy->frame.data = malloc(frame->size);
    memcpy(copy->frame.data, frame->data, frame->size);
    *queue = copy;
}

/* Takes the first frame out into `to`, which has room for to->size bytes. */
static void take(struct frame **queue, struct mirage_frame *to)
{
    struct frame *first = *queue;
    uint8_t *data = to->data;

    if (first->frame.size > to->size)
        fake_mistake("a frame does not fit", "");
    memcpy(data, first->frame.data, first->frame.size);
    *to = first->frame;
    to->data = data;
    *queue = first->next;
    free(first->frame.data);
    free(first);
}

static void forget(struct frame **queue)
{
    while (*queue) {
        struct frame *first = *queue;

        *queue = first->next;
        free(first->frame.data);
        free(first);
    }
}

/* ---- for tests ---- */

void fake_reset_nets(void)
{
    while (nets) {
        struct net *net = nets;

        nets = net->next;
        forget(&net->arriving);
        forget(&net->sent);
        free(net);
    }
}

static struct net *find(const char *name)
{
    struct net *net = nets;

    while (net && strcmp(net->name, name) != 0)
        net = net->next;
    return net;
}

static struct net *need(const char *name)
{
    struct net *net = find(name);

    if (!net)
        fake_mistake("no network ", name);
    return net;
}

void fake_add_net(const char *name, struct mirage_net_info info)
{
    struct net *net = malloc(sizeof(*net));

    *net = (struct net){
        .name = name,
        .handle = fake_new_handle(),
        .info = info,
        .room = SIZE_MAX,
        .next = nets,
    };
    nets = net;
}

void fake_arrive(const char *name, uint64_t when, const void *frame,
                 size_t size)
{
    struct mirage_frame arriving = {.data = (uint8_t *)frame, .size = size};

    add(&need(name)->arriving, when, &arriving);
}

size_t fake_sent(const char *name, void *frame, size_t room)
{
    struct net *net = need(name);
    struct mirage_frame sent = {.data = frame, .size = room};

    if (!net->sent)
        return 0;
    take(&net->sent, &sent);
    return sent.size;
}

void fake_link(const char *one, const char *other, uint64_t delay_ns)
{
    struct net *a = need(one), *b = need(other);

    a->peer = b;
    b->peer = a;
    a->delay_ns = b->delay_ns = delay_ns;
}

void fake_limit_net(const char *name, size_t count)
{
    need(name)->room = count;
}

void fake_fail_net(const char *name, enum mirage_error error)
{
    need(name)->error = error;
}

/* ---- for the wait ---- */

static bool is_wanted(const struct net *net, mirage_ready_set wanted)
{
    return wanted >> net->handle & 1;
}

/* A network that fails can be read, so that its reader learns of it. */
static bool is_readable(const struct net *net)
{
    return net->error ||
           (net->arriving && net->arriving->when <= mirage_platform_clock());
}

mirage_ready_set fake_readable(mirage_ready_set wanted)
{
    mirage_ready_set set = 0;

    for (struct net *net = nets; net; net = net->next)
        if (is_wanted(net, wanted) && is_readable(net))
            set |= (mirage_ready_set)1 << net->handle;
    return set;
}

uint64_t fake_next_arrival(mirage_ready_set wanted)
{
    uint64_t next = UINT64_MAX;

    for (struct net *net = nets; net; net = net->next)
        if (is_wanted(net, wanted) && net->arriving &&
            net->arriving->when < next)
            next = net->arriving->when;
    return next;
}

/* ---- the platform ---- */

static struct net *with_handle(unsigned handle)
{
    struct net *net = nets;

    while (net && net->handle != handle)
        net = net->next;
    if (!net)
        fake_mistake("no network has this handle", "");
    return net;
}

enum mirage_error mirage_platform_net_acquire(const char *name,
                                              unsigned *handle,
                                              struct mirage_net_info *info)
{
    struct net *net = find(name);

    if (!net)
        return MIRAGE_NOT_FOUND;
    *handle = net->handle;
    *info = net->info;
    return net->error;
}

static void send(struct net *net, const struct mirage_frame *frame)
{
    if (net->peer)
        add(&net->peer->arriving, mirage_platform_clock() + net->delay_ns,
            frame);
    else
        add(&net->sent, 0, frame);
}

enum mirage_error mirage_platform_net_write(unsigned handle,
                                            const struct mirage_frame *frames,
                                            size_t count, size_t *sent)
{
    struct net *net = with_handle(handle);

    *sent = 0;
    if (net->error)
        return net->error;
    for (; *sent < count && net->room; ++*sent) {
        const struct mirage_frame *frame = &frames[*sent];

        if (frame->size > net->info.mtu + 14u && !frame->segment_size)
            return MIRAGE_INVALID;
        send(net, frame);
        net->room -= net->room != SIZE_MAX;
    }
    return *sent < count ? MIRAGE_AGAIN : MIRAGE_OK;
}

enum mirage_error mirage_platform_net_read(unsigned handle,
                                           struct mirage_frame *frames,
                                           size_t count, size_t *received)
{
    struct net *net = with_handle(handle);

    *received = 0;
    if (net->error)
        return net->error;
    while (*received < count && is_readable(net))
        take(&net->arriving, &frames[(*received)++]);
    return *received ? MIRAGE_OK : MIRAGE_AGAIN;
}
