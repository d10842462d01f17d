#include <mirage/block.h>

static bool in_range(const struct mirage_block *block, uint64_t sector,
                     size_t count)
{
    uint64_t total = block->info.sector_count;

    return sector <= total && count <= total - sector;
}

enum mirage_error mirage_block_read(struct mirage_block *block, uint64_t sector,
                                    size_t count, uint8_t *data)
{
    if (!in_range(block, sector, count))
        return MIRAGE_OUT_OF_RANGE;
    return count > 0 ? block->ops->read(block, sector, count, data) : MIRAGE_OK;
}

enum mirage_error mirage_block_write(struct mirage_block *block,
                                     uint64_t sector, size_t count,
                                     const uint8_t *data)
{
    if (!block->info.writable)
        return MIRAGE_READ_ONLY;
    if (!in_range(block, sector, count))
        return MIRAGE_OUT_OF_RANGE;
    return count > 0 ? block->ops->write(block, sector, count, data)
                     : MIRAGE_OK;
}

enum mirage_error mirage_block_flush(struct mirage_block *block)
{
    return block->ops->flush(block);
}

void mirage_block_disconnect(struct mirage_block *block)
{
    if (block)
        block->ops->disconnect(block);
}
