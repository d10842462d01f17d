/*
 * key_of_group.h: the keys of devices that are chosen when configuring.
 */
#ifndef KEY_OF_GROUP_H
#define KEY_OF_GROUP_H

#include "../fatal.h"
#include <mirage/config.h>

/* The key that chooses: config.c's own, or one like `model`, with the group
 * that config.c gives it. */
struct key *key_of_group(const struct key *model, struct generic_choice choice);

#endif
