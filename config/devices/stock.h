/*
 * stock.h: devices that come with mirage. Their place in messages is the call
 * in config.c: see place.h.
 */
#ifndef STOCK_H
#define STOCK_H

#include <mirage/config.h>

#define STOCK_DEVICE(kind_, ...)                                               \
    ((kind_##_impl){                                                           \
        config_device(&(struct device){.kind = #kind_, __VA_ARGS__})})

#endif
