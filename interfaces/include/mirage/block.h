/*
 * mirage/block.h: a disk, whose sectors are read and written by number.
 *
 * Positions and counts are in sectors. Data is in the caller's memory, aligned
 * or not, is not copied, and must stay as it is until the call returns. A call
 * for no sectors succeeds.
 *
 * Every call may wait, except disconnect. One that has to wait for the disk to
 * take the request returns MIRAGE_CANCELLED if its task is cancelled by then;
 * afterwards it is too late.
 */
#ifndef MIRAGE_BLOCK_H
#define MIRAGE_BLOCK_H

#include <mirage/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mirage_block_info {
    uint32_t sector_size; /* bytes; a power of two, 512 or more */
    uint64_t sector_count;
    bool writable;
};

/*
 * A connected disk. An implementation puts this first in a struct of its own
 * and fills it in when it connects; from then on info does not change.
 */
struct mirage_block {
    const struct mirage_block_ops *ops;
    struct mirage_block_info info;
};

/*
 * Fills `data` with `count` sectors from `sector` on.
 *
 * MIRAGE_OUT_OF_RANGE   part of them lies past the end; nothing was read
 * MIRAGE_DISCONNECTED   some of `data` may have been filled
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_block_read(struct mirage_block *block, uint64_t sector,
                                    size_t count, uint8_t *data);

/*
 * Writes `count` sectors of `data` from `sector` on. They are on the disk, or
 * in its host's care, when this returns.
 *
 * MIRAGE_READ_ONLY      nothing was written
 * MIRAGE_OUT_OF_RANGE   part of them lies past the end; nothing was written
 * MIRAGE_NO_SPACE       the host's disk is full; some may have been written
 * MIRAGE_DISCONNECTED   some sectors may have been written
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_block_write(struct mirage_block *block,
                                     uint64_t sector, size_t count,
                                     const uint8_t *data);

/*
 * Once it returns MIRAGE_OK, all that was written before has reached the
 * host's disk, and stays there if the host loses its power.
 *
 * MIRAGE_UNSUPPORTED    the host offers no such thing: a stock tender
 * MIRAGE_DISCONNECTED   some of it may be lost
 */
MIRAGE_MUST_CHECK
enum mirage_error mirage_block_flush(struct mirage_block *block);

/* Ends the use of `block`, which is freed. NULL is allowed. */
void mirage_block_disconnect(struct mirage_block *block);

/* ---- for implementations ---- */

/*
 * What the calls above do once they have checked range and permission: these
 * never see a sector past the end, a write to a read-only disk, nor a count of
 * 0. None is NULL.
 */
struct mirage_block_ops {
    enum mirage_error (*read)(struct mirage_block *block, uint64_t sector,
                              size_t count, uint8_t *data);
    enum mirage_error (*write)(struct mirage_block *block, uint64_t sector,
                               size_t count, const uint8_t *data);
    enum mirage_error (*flush)(struct mirage_block *block);
    void (*disconnect)(struct mirage_block *block);
};

#endif
