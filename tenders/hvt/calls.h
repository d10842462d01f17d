/*
 * calls.h: the hypercalls of a guest, as solo5/hvt_abi.h and hvt_extension.h
 * describe them.
 */
#ifndef HVT_CALLS_H
#define HVT_CALLS_H

#include "hvt.h"

enum call_outcome {
    CALL_DONE,
    CALL_UNKNOWN,    /* no such call, or not for this guest */
    CALL_BAD_ACCESS, /* it names what is not memory of the guest */
    CALL_HALT,       /* hvt->status and hvt->cookie say how */
};

/* Carries out call `number`, whose struct is at `address` in the guest. */
enum call_outcome call_handle(struct hvt *hvt, unsigned number,
                              uint32_t address);

/* Bits of mirage_hvt_info.calls for this guest. */
uint32_t call_extensions(const struct hvt *hvt);

/* ---- for *_calls.c ---- */

/*
 * Copies the struct of a call, which need not be aligned, from the guest.
 * False if it is not in memory that can be read, and with call_take also
 * written.
 */
bool call_take_input(struct hvt *hvt, uint32_t address, void *call,
                     size_t size);
bool call_take(struct hvt *hvt, uint32_t address, void *call, size_t size);

/* Copies it back. */
void call_return(struct hvt *hvt, uint32_t address, const void *call,
                 size_t size);

/* `address` is that of the struct. */
typedef enum call_outcome call_fn(struct hvt *hvt, uint32_t address);

call_fn core_walltime, core_puts, core_poll, core_poll_some, core_halt;
call_fn block_call_write, block_call_read, block_call_flush;
call_fn net_call_write, net_call_read;
call_fn net_call_write_batch, net_call_read_batch;
call_fn ring_call_wait;
call_fn protect_call, fault_call_handler;

#endif
