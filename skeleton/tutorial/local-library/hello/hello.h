/*
 * hello.h: a library of this project's own.
 */
#ifndef HELLO_H
#define HELLO_H

/* A friendly word; static. */
const char *hello_message(void);

#endif
