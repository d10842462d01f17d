/*
 * The C library knows the zones. But where TZ names one it has no file for,
 * it takes UTC without a word, so such names are found out here.
 */
#include <ctype.h>
#include <limits.h>
#include <mirage/platform.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ZONE_FOLDER "/usr/share/zoneinfo"

/* "CET-1CEST" or "<-03>3": a name and how far it is off. */
static bool says_offset(const char *zone)
{
    if (*zone == '<')
        zone += strcspn(zone, ">");
    while (isalpha((unsigned char)*zone) || *zone == '>')
        zone++;
    if (*zone == '+' || *zone == '-')
        zone++;
    return isdigit((unsigned char)*zone);
}

static bool has_file(const char *zone)
{
    const char *folder = getenv("TZDIR");
    char path[PATH_MAX];

    if (*zone == '/')
        return access(zone, R_OK) == 0;
    snprintf(path, sizeof(path), "%s/%s", folder ? folder : ZONE_FOLDER, zone);
    return access(path, R_OK) == 0;
}

/* Without TZ it is that of /etc/localtime; without that too, UTC. */
static bool zone_is_known(const char *zone)
{
    if (!zone || !*zone)
        return true;
    if (*zone == ':')
        zone++;
    return strcmp(zone, "UTC") == 0 || says_offset(zone) || has_file(zone);
}

static time_t seconds_of(int64_t ns)
{
    const int64_t second = 1000000000;

    return ns / second - (ns % second < 0);
}

bool mirage_platform_time_zone(int64_t wall_ns, int *minutes)
{
    static enum { NOT_ASKED, KNOWN, UNKNOWN } zone;
    time_t seconds = seconds_of(wall_ns);
    struct tm local;

    if (zone == NOT_ASKED)
        zone = zone_is_known(getenv("TZ")) ? KNOWN : UNKNOWN;
    if (zone == UNKNOWN || !localtime_r(&seconds, &local))
        return false;
    *minutes = (int)(local.tm_gmtoff / 60);
    return true;
}
