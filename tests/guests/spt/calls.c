/*
 * Makes one system call: "NUMBER ARGUMENT..." in decimal. Instead of an
 * argument there may be E, T: the descriptors of epoll and the timer; D, N:
 * those of the first disk and network; B: the address of a page of zeros;
 * H, M: the start of the heap and the end of memory.
 */
#include "call.h"
#include "guest.h"
#include <solo5/spt_abi.h>

static char page[4096];
static const char *at;

static long device(const struct guest *guest, uint32_t type)
{
    for (unsigned i = 1; i < guest->mft->entries; i++)
        if (guest->mft->e[i].type == type)
            return guest->mft->e[i].b.hostfd;
    return -1;
}

static long parse_number(void)
{
    unsigned long number = 0;

    while (*at >= '0' && *at <= '9')
        number = number * 10 + (unsigned long)(*at++ - '0');
    return (long)number;
}

static long parse_argument(const struct guest *guest)
{
    const struct spt_boot_info *boot = (void *)SPT_BOOT_INFO_BASE;

    while (*at == ' ')
        at++;
    switch (*at) {
    case 'E':
        return at++, boot->epollfd;
    case 'T':
        return at++, boot->timerfd;
    case 'D':
        return at++, device(guest, MFT_DEV_BLOCK_BASIC);
    case 'N':
        return at++, device(guest, MFT_DEV_NET_BASIC);
    case 'B':
        return at++, (long)page;
    case 'H':
        return at++, (long)guest->heap_start;
    case 'M':
        return at++, (long)guest->mem_size;
    default:
        return parse_number();
    }
}

int guest_main(const struct guest *guest)
{
    long arguments[7], result;

    at = guest->cmdline;
    for (int i = 0; i < 7; i++)
        arguments[i] = parse_argument(guest);
    result = call(arguments[0], arguments[1], arguments[2], arguments[3],
                  arguments[4], arguments[5], arguments[6]);
    guest_print("returned ");
    guest_print(result < 0 ? "-" : "");
    guest_print_number((uint64_t)(result < 0 ? -result : result));
    guest_print("\n");
    return 0;
}
