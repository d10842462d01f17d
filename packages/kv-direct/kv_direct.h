/*
 * kv_direct.h: a folder of the host as a store; on unix only.
 */
#ifndef KV_DIRECT_H
#define KV_DIRECT_H

#include <mirage/kv.h>

/* Opens `folder`; says why it cannot, and ends the unikernel. */
struct mirage_kv_ro *kv_direct_connect(const char *folder);

#endif
