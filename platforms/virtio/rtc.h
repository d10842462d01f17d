/*
 * rtc.h: the date from the battery-backed clock, which is taken to be in UTC.
 */
#ifndef VIRTIO_RTC_H
#define VIRTIO_RTC_H

#include <stdint.h>

/* Seconds since 1970-01-01 00:00. */
int64_t virtio_rtc_read(void);

/* The raw registers as a date; `status` is register B. For tests. */
struct rtc_registers {
    uint8_t second, minute, hour, day, month, year;
};
int64_t virtio_rtc_seconds(struct rtc_registers registers, uint8_t status);

#endif
