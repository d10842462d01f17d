/*
 * device.h: moving data between a guest and the files behind its devices, for
 * hypercalls and rings alike.
 *
 * Data is the guest's memory, which has been checked. A host that fails is
 * told about once, on standard error, until the device works again; the guest
 * gets HVT_UNSPECIFIED and may go on.
 */
#ifndef HVT_DEVICE_H
#define HVT_DEVICE_H

#include "hvt.h"

/* Whether the guest has a device of this type (of enum mft_type). */
bool device_is_attached(const struct hvt *hvt, uint32_t type);

/* What struct hvt_block_io asks for, in `offset` and `size` bytes. */
enum hvt_result device_block_read(struct hvt *hvt, uint64_t handle,
                                  uint64_t offset, void *data, uint64_t size);
enum hvt_result device_block_write(struct hvt *hvt, uint64_t handle,
                                   uint64_t offset, const void *data,
                                   uint64_t size);
enum hvt_result device_block_flush(struct hvt *hvt, uint64_t handle);

/*
 * Sends one frame. HVT_AGAIN if the network is busy, which an image made for
 * Solo5 does not expect: for it the frame is as good as sent and lost.
 */
enum hvt_result device_net_write(struct hvt *hvt, uint64_t handle,
                                 const void *data, uint64_t size);

/* Receives one frame; *size is first the room, then its bytes. */
enum hvt_result device_net_read(struct hvt *hvt, uint64_t handle, void *data,
                                uint64_t *size);

/* ---- for device_*.c ---- */

/* errno says why; tells it if it is news. Returns HVT_UNSPECIFIED. */
enum hvt_result device_failed(struct hvt *hvt, const struct mft_entry *entry,
                              const char *verb);

/* It works; the next failure is news. */
enum hvt_result device_worked(struct hvt *hvt, const struct mft_entry *entry);

#endif
