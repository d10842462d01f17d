#include "rtc.h"
#include "../x86_64/cpu.h"
#include <stdbool.h>
#include <string.h>

enum { INDEX = 0x70, DATA = 0x71 };

enum register_number {
    SECOND = 0,
    MINUTE = 2,
    HOUR = 4,
    DAY = 7,
    MONTH = 8,
    YEAR = 9, /* of the century */
    STATUS_A = 10,
    STATUS_B = 11,
};

enum { UPDATING = 0x80, IS_24_HOUR = 2, IS_BINARY = 4, IS_PM = 0x80 };

static uint8_t read_register(enum register_number number)
{
    cpu_out8(INDEX, (uint8_t)number);
    return cpu_in8(DATA);
}

static struct rtc_registers read_all(void)
{
    while (read_register(STATUS_A) & UPDATING)
        continue;
    return (struct rtc_registers){read_register(SECOND), read_register(MINUTE),
                                  read_register(HOUR),   read_register(DAY),
                                  read_register(MONTH),  read_register(YEAR)};
}

static unsigned number(uint8_t value, uint8_t status)
{
    return status & IS_BINARY ? value : (value >> 4) * 10u + (value & 15);
}

static unsigned hour(uint8_t value, uint8_t status)
{
    unsigned hour = number(value & ~IS_PM, status);

    if (status & IS_24_HOUR)
        return number(value, status);
    return hour % 12 + (value & IS_PM ? 12 : 0);
}

/* Days since 1970-01-01 of a date from 2000-03-01 to 2099-12-31 or before. */
static int64_t days(unsigned year, unsigned month, unsigned day)
{
    static const uint16_t before[] = {0,   31,  59,  90,  120, 151,
                                      181, 212, 243, 273, 304, 334};
    unsigned leap_days = (year + 3) / 4 + (year % 4 == 0 && month > 2);

    return 10957 + year * 365 + leap_days + before[(month - 1) % 12] + day - 1;
}

int64_t virtio_rtc_seconds(struct rtc_registers r, uint8_t status)
{
    int64_t day = days(number(r.year, status), number(r.month, status),
                       number(r.day, status));

    return day * 86400 + hour(r.hour, status) * 3600 +
           number(r.minute, status) * 60 + number(r.second, status);
}

/* Twice the same: not in the middle of a change. */
int64_t virtio_rtc_read(void)
{
    struct rtc_registers once, again = read_all();

    do {
        once = again;
        again = read_all();
    } while (memcmp(&once, &again, sizeof(once)) != 0);
    return virtio_rtc_seconds(again, read_register(STATUS_B));
}
