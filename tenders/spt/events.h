/*
 * events.h: what a guest sleeps on: a timer and its networks.
 */
#ifndef EVENTS_H
#define EVENTS_H

#include "manifest.h"

struct events {
    int epollfd, timerfd;
};

/* Ends the program if the host has no more descriptors. */
struct events events_create(const struct manifest *manifest);

#endif
