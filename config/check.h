/*
 * check.h: mistakes in config.c that no type can say. Each ends the tool with
 * a message that names the place.
 */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>

/* A unikernel is registered, under a valid name. */
void check_registration(void);

/* The same rule for the name that --output gives. */
bool check_name(const char *name);

/* The devices in use are there on the target, their packages exist, and no two
 * of their keys differ under one name. */
void check_devices(void);

/* Keys of the whole graph are well defined; those that choose between devices
 * are known when configuring. */
void check_keys(void);

#endif
