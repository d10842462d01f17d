/* As many disks as there can be; each gets a block of its own. */
#include "guest.h"

enum { DISKS = MFT_MAX_ENTRIES - 1, BLOCK_SIZE = 512 };

static uint8_t block[BLOCK_SIZE];

static bool is_full_of(uint8_t value)
{
    for (size_t i = 0; i < sizeof block; i++)
        if (block[i] != value)
            return false;
    return true;
}

int guest_main(const struct guest *guest)
{
    guest_check(guest->mft->entries == DISKS + 1, "there are 63");
    for (unsigned i = 1; i <= DISKS; i++) {
        memset(block, (int)i, sizeof block);
        guest_check(guest->mft->e[i].attached, "it is attached");
        guest_check(!guest_disk_write(i, 0, block, sizeof block), "writing");
    }
    for (unsigned i = 1; i <= DISKS; i++) {
        guest_check(!guest_disk_read(i, 0, block, sizeof block), "reading");
        guest_check(is_full_of((uint8_t)i), "each has its own");
    }
    guest_print("SUCCESS\n");
    return 0;
}
