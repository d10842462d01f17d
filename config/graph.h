/*
 * graph.h: the graph of devices that config.c describes. A node is a device,
 * or a choice between two nodes that a condition decides. Nodes that are equal
 * are one and are never freed: the program that holds them is short.
 */
#ifndef GRAPH_H
#define GRAPH_H

#include "place.h"
#include "values.h"
#include <mirage/config.h>
#include <stddef.h>

struct node {
    struct device device; /* of a device; of a choice only the place */
    struct calls calls;   /* that made it, if that tells the place */
    struct value *when;   /* of a choice; NULL for a device */
    struct node *yes, *no;
    struct node *next; /* in the order of making */
    int number;        /* in connect order, from 1; 0: not used */
};

/* All nodes, oldest first. */
struct node *graph_nodes(void);

/* What config.c registered; the name is NULL as long as it has not. */
struct registration {
    const char *name;
    struct node *jobs[CONFIG_MAX];
    size_t job_count;
    struct place place;
};
extern struct registration registration;

static inline bool node_is_choice(const struct node *node)
{
    return node->when != NULL;
}

/* A job passes nothing to those it is an argument of. */
bool node_is_job(const struct node *node);

/* The device that `node` stands for with the values keys have now. */
struct node *node_resolve(struct node *node);

/* The i-th device this one needs first: args, then deps; NULL at the end. */
struct node *node_need(const struct node *node, size_t i);

#endif
