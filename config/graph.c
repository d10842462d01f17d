#include "graph.h"
#include "fatal.h"
#include <stdlib.h>
#include <string.h>

static struct node *first, **end = &first;

struct node *graph_nodes(void)
{
    return first;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_texts(const char *const *a, const char *const *b)
{
    for (int i = 0; i < CONFIG_MAX; i++)
        if (!same_text(a[i], b[i]))
            return false;
    return true;
}

static bool same_device(const struct device *a, const struct device *b)
{
    return same_text(a->kind, b->kind) && same_text(a->connect, b->connect) &&
           same_text(a->header, b->header) &&
           same_texts(a->params, b->params) &&
           memcmp(a->args, b->args, sizeof(a->args)) == 0 &&
           memcmp(a->deps, b->deps, sizeof(a->deps)) == 0 &&
           memcmp(a->keys, b->keys, sizeof(a->keys)) == 0 &&
           same_texts(a->packages, b->packages) &&
           same_texts(a->libraries, b->libraries) &&
           same_text(a->network, b->network) && same_text(a->disk, b->disk) &&
           same_text(a->rule, b->rule) && same_text(a->install, b->install) &&
           same_text(a->source, b->source) && same_text(a->image, b->image) &&
           same_text(a->folder, b->folder) && a->targets == b->targets;
}

static bool same_node(const struct node *a, const struct node *b)
{
    return a->when == b->when && a->yes == b->yes && a->no == b->no &&
           same_device(&a->device, &b->device);
}

/* Sharing must be preserved, or devices would be connected twice. */
static struct node *share(struct node made)
{
    for (struct node *node = first; node; node = node->next)
        if (same_node(node, &made))
            return node;

    struct node *node = malloc(sizeof(*node));
    if (!node)
        fatal("memory ran out");
    *node = made;
    *end = node;
    end = &node->next;
    return node;
}

/* Lists have room for one element more than they may have. */
static void check_lists(const struct device *device)
{
    const struct {
        const char *name;
        bool is_full;
    } lists[] = {
        {"params", device->params[CONFIG_MAX]},
        {"args", device->args[CONFIG_MAX]},
        {"deps", device->deps[CONFIG_MAX]},
        {"keys", device->keys[CONFIG_MAX]},
        {"packages", device->packages[CONFIG_MAX]},
        {"libraries", device->libraries[CONFIG_MAX]},
    };

    for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
        if (lists[i].is_full)
            fatal_at(device_place(device), ".%s has more than %d elements",
                     lists[i].name, CONFIG_MAX);
}

struct node *config_device(const struct device *device)
{
    struct node node = {.device = *device};

    if (!device->file)
        node.calls = calls_here();
    check_lists(&node.device);
    return share(node);
}

struct node *config_if(condition when, struct node *yes, struct node *no,
                       const char *file, int line)
{
    if (yes == no)
        return yes;
    return share((struct node){.when = when.value,
                               .yes = yes,
                               .no = no,
                               .device.kind = yes->device.kind,
                               .device.file = file,
                               .device.line = line});
}

bool node_is_job(const struct node *node)
{
    return strcmp(node->device.kind, "job") == 0;
}

struct node *node_resolve(struct node *node)
{
    while (node_is_choice(node))
        node = value_holds(node->when) ? node->yes : node->no;
    return node;
}

struct node *node_need(const struct node *node, size_t i)
{
    for (size_t at = 0; at < 2 * CONFIG_MAX; at++) {
        struct node *need = at < CONFIG_MAX
                                ? node->device.deps[at]
                                : node->device.args[at - CONFIG_MAX];
        if (need && i-- == 0)
            return need;
    }
    return NULL;
}

struct registration registration;

/* Where register_unikernel is called. */
static struct place here;

void config_here(const char *file, int line)
{
    here = (struct place){file, line};
}

void(register_unikernel)(const char *name, job_impl job)
{
    if (registration.name) {
        note_at(registration.place, "'%s' was registered here",
                registration.name);
        fatal_at(here,
                 "register_unikernel is called a second time, for '%s': one "
                 "config.c describes one unikernel",
                 name);
    }
    registration.name = name;
    registration.place = here;
    config_add_job(job);
}

void config_add_job(job_impl job)
{
    registration.jobs[registration.job_count++] = job.node;
}
