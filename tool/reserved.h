/*
 * reserved.h: names that keys cannot have, since options of the tool or of
 * every unikernel have them.
 */
#ifndef RESERVED_H
#define RESERVED_H

/* Ends with a message at the place of a key of config.c that has one. */
void reserved_check(void);

#endif
