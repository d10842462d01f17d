#include "live.h"
#include "fatal.h"
#include "keys.h"
#include <stdlib.h>

static void *grow(void *items, size_t count, size_t size)
{
    items = realloc(items, (count + 2) * size);
    if (!items)
        fatal("memory ran out");
    return items;
}

/* ---- devices ---- */

static void add_device(struct node_list *list, struct node *node)
{
    list->items = grow(list->items, list->count, sizeof(*list->items));
    list->items[list->count++] = node;
    list->items[list->count] = NULL;
    node->number = list->count;
}

static void visit(struct node_list *list, struct node *node)
{
    struct node *need;

    node = node_resolve(node);
    if (node->number)
        return;
    for (size_t i = 0; (need = node_need(node, i)); i++)
        visit(list, need);
    add_device(list, node);
}

struct node_list live_devices(void)
{
    struct node_list list = {grow(NULL, 0, sizeof(struct node *)), 0};

    list.items[0] = NULL;
    for (struct node *node = graph_nodes(); node; node = node->next)
        node->number = 0;
    for (size_t i = 0; i < registration.job_count; i++)
        visit(&list, registration.jobs[i]);
    return list;
}

/* ---- keys ---- */

static struct key_list found;

static void add_key(struct key *key)
{
    for (size_t i = 0; i < found.count; i++)
        if (key_option(found.items[i]) == key_option(key))
            return;
    found.items = grow(found.items, found.count, sizeof(*found.items));
    found.items[found.count++] = key;
    found.items[found.count] = NULL;
}

static void add_keys_of(const struct device *device)
{
    for (size_t i = 0; i < CONFIG_MAX && device->keys[i]; i++)
        add_key(device->keys[i]);
}

/* Conditions met on the way to a device matter as much as its own keys. */
static void visit_keys(struct node *node)
{
    struct node *need;

    while (node_is_choice(node)) {
        value_keys(node->when, add_key);
        node = value_holds(node->when) ? node->yes : node->no;
    }
    for (size_t i = 0; (need = node_need(node, i)); i++)
        visit_keys(need);
    add_keys_of(&node->device);
}

static struct key_list start_list(void)
{
    found = (struct key_list){grow(NULL, 0, sizeof(struct key *)), 0};
    found.items[0] = NULL;
    add_key(&target);
    return found;
}

struct key_list live_keys(void)
{
    start_list();
    for (size_t i = 0; i < registration.job_count; i++)
        visit_keys(registration.jobs[i]);
    return found;
}

struct key_list all_keys(void)
{
    start_list();
    for (struct node *node = graph_nodes(); node; node = node->next) {
        if (node_is_choice(node))
            value_keys(node->when, add_key);
        else
            add_keys_of(&node->device);
    }
    return found;
}
