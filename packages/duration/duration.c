#include "duration.h"

enum unit { US, MS, SEC, MIN, HOUR, DAY, YEAR };

static const uint64_t units[] = {
    [US] = 1000,
    [MS] = 1000000,
    [SEC] = 1000000000,
    [MIN] = 60000000000,
    [HOUR] = 3600000000000,
    [DAY] = 86400000000000,
    [YEAR] = 31536000000000000,
};

static uint64_t multiply(uint64_t count, enum unit unit)
{
    uint64_t ns;

    return __builtin_mul_overflow(count, units[unit], &ns) ? UINT64_MAX : ns;
}

uint64_t duration_of_us(uint64_t count)
{
    return multiply(count, US);
}

uint64_t duration_of_ms(uint64_t count)
{
    return multiply(count, MS);
}

uint64_t duration_of_sec(uint64_t count)
{
    return multiply(count, SEC);
}

uint64_t duration_of_min(uint64_t count)
{
    return multiply(count, MIN);
}

uint64_t duration_of_hour(uint64_t count)
{
    return multiply(count, HOUR);
}

uint64_t duration_of_day(uint64_t count)
{
    return multiply(count, DAY);
}

uint64_t duration_of_year(uint64_t count)
{
    return multiply(count, YEAR);
}

/* A comparison that is also false for a NaN. */
uint64_t duration_of_float(double seconds)
{
    double ns = seconds * 1e9;

    if (!(ns > 0))
        return 0;
    return ns < 0x1p64 ? (uint64_t)ns : UINT64_MAX;
}

uint64_t duration_to_us(uint64_t ns)
{
    return ns / units[US];
}

uint64_t duration_to_ms(uint64_t ns)
{
    return ns / units[MS];
}

uint64_t duration_to_sec(uint64_t ns)
{
    return ns / units[SEC];
}

uint64_t duration_to_min(uint64_t ns)
{
    return ns / units[MIN];
}

uint64_t duration_to_hour(uint64_t ns)
{
    return ns / units[HOUR];
}

uint64_t duration_to_day(uint64_t ns)
{
    return ns / units[DAY];
}

uint64_t duration_to_year(uint64_t ns)
{
    return ns / units[YEAR];
}

double duration_to_float(uint64_t ns)
{
    return ns / 1e9;
}
