/*
 * lwipopts.h: what of lwIP there is, and how large its parts are. Everything
 * not said here is as lwip/opt.h has it. Users of the library include this
 * file too, through lwip/opt.h, so they agree on the layout of its structures.
 */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

/* One task calls lwIP: no threads, locks or sockets. */
#define NO_SYS               1
#define SYS_LIGHTWEIGHT_PROT 0
#define LWIP_NETCONN         0
#define LWIP_SOCKET          0

#define LWIP_IPV4           1
#define LWIP_IPV6           1
#define LWIP_DHCP           1
#define LWIP_DNS            1
#define LWIP_RAW            1
#define LWIP_HAVE_LOOPIF    1
#define LWIP_NETIF_LOOPBACK 1

/* Memory is malloc's, so that nothing is set aside for what is not used. */
#define MEM_LIBC_MALLOC 1
#define MEMP_MEM_MALLOC 1
#define MEM_ALIGNMENT   8

/* Segments of a whole Ethernet frame, and windows for a fast link. */
#define TCP_MSS          1460
#define LWIP_WND_SCALE   1
#define TCP_RCV_SCALE    2
#define TCP_WND          (128 * TCP_MSS)
#define TCP_SND_BUF      (128 * TCP_MSS)
#define TCP_SNDLOWAT     (32 * TCP_MSS)
#define TCP_SND_QUEUELEN 512
#define MEMP_NUM_TCP_SEG 512

#define LWIP_NETIF_STATUS_CALLBACK 1
#define LWIP_NETIF_LINK_CALLBACK   1
#define LWIP_NETIF_HOSTNAME        1

#endif
