/*
 * arch/cc.h: what lwIP asks of the compiler and of the program that it is
 * linked into. The program defines
 *
 *     u32_t sys_now(void);          milliseconds since some moment
 *     unsigned lwip_port_rand(void); bits that nobody can guess
 *
 * and calls sys_check_timeouts() often enough.
 */
#ifndef LWIP_ARCH_CC_H
#define LWIP_ARCH_CC_H

#include <stdio.h>
#include <stdlib.h>

#define LWIP_NO_UNISTD_H 1

unsigned lwip_port_rand(void);

#define LWIP_RAND() lwip_port_rand()

#define LWIP_PLATFORM_DIAG(x)                                                  \
    do {                                                                       \
        printf x;                                                              \
    } while (0)

/* A bug of lwIP's, or of whoever calls it. */
#define LWIP_PLATFORM_ASSERT(x)                                                \
    do {                                                                       \
        printf("lwip: %s (%s:%d)\n", x, __FILE__, __LINE__);                   \
        abort();                                                               \
    } while (0)

#endif
