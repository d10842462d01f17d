/*
 * live.h: what is left of the graph once the values of the keys are known:
 * the devices that are used, in the order they are connected, and their keys.
 */
#ifndef LIVE_H
#define LIVE_H

#include "graph.h"
#include <mirage/option.h>

/* Pointers that end with NULL, and how many there are. */
struct node_list {
    struct node **items;
    size_t count;
};
struct key_list {
    struct key **items;
    size_t count;
};

/*
 * The devices in use: each after all it needs (deps, then args from left to
 * right), jobs among them. Numbers them from 1 in this order.
 */
struct node_list live_devices(void);

/* Their keys and those that decided between branches; equal keys once. */
struct key_list live_keys(void);

/* The keys of the whole graph, dead branches too. */
struct key_list all_keys(void);

#endif
