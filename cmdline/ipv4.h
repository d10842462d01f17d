/*
 * ipv4.h: the text of an IPv4 address as a part of other text.
 */
#ifndef IPV4_H
#define IPV4_H

#include <mirage/ip.h>

/* Reads an address; returns what follows it, or NULL if there is none. */
const char *mirage_read_ipv4(const char *text, uint8_t bytes[4]);

#endif
