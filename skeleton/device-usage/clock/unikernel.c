#include "unikernel.gen.h"
#include <inttypes.h>
#include <mirage/log.h>
#include <stdio.h>
#include <stdlib.h>

MIRAGE_LOG_SOURCE(speech, "speaking clock");

enum { TIME_ROOM = 64 };

/* " +02:00", or " -00:00" where the time zone is unknown. */
static void format_zone(char *text, size_t room, bool known, int seconds)
{
    int minutes = abs(seconds) / 60;

    snprintf(text, room, " %c%02d:%02d", known && seconds >= 0 ? '+' : '-',
             minutes / 60, minutes % 60);
}

/* The time as the log writes it, in the local time zone. */
static void format_now(char text[TIME_ROOM], struct mirage_pclock *pclock)
{
    int zone = 0;
    bool known = mirage_pclock_time_zone(pclock, &zone);
    int64_t now = mirage_pclock_now_ns(pclock);
    struct mirage_date date =
        mirage_date_of_ns(now + (int64_t)zone * 1000000000);
    int size =
        snprintf(text, TIME_ROOM, "%04d-%02d-%02d %02d:%02d:%02d", date.year,
                 date.month, date.day, date.hour, date.minute, date.second);

    format_zone(text + size, TIME_ROOM - size, known, zone);
}

static void speak(struct mirage_pclock *pclock, struct mirage_mclock *mclock)
{
    char now[TIME_ROOM];

    format_now(now, pclock);
    mirage_log_info_to(&speech,
                       "%" PRIu64 " nanoseconds have elapsed. \n"
                       "  At the stroke, the time will be %s \a*BEEP*",
                       mirage_mclock_elapsed_ns(mclock), now);
}

enum mirage_error clock_start(struct mirage_time *time,
                              struct mirage_pclock *pclock,
                              struct mirage_mclock *mclock)
{
    for (;;) {
        speak(pclock, mclock);
        enum mirage_error error = mirage_time_sleep(time, MIRAGE_SEC(1));
        if (error)
            return error;
    }
}
