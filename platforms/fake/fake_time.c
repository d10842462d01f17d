#include "fake.h"

static uint64_t clock_ns;
static int64_t wall_offset; /* of the wall clock from the other one */
static bool zone_known;
static int zone_minutes;
static void (*when_idle)(void);
static unsigned yield_count;

void fake_reset_time(void)
{
    clock_ns = 0;
    wall_offset = 0;
    zone_known = false;
    when_idle = NULL;
    yield_count = 0;
}

void fake_advance(uint64_t ns)
{
    clock_ns += ns;
}

void fake_set_wall_clock(int64_t ns)
{
    wall_offset = ns - (int64_t)clock_ns;
}

void fake_set_time_zone(int minutes)
{
    zone_known = true;
    zone_minutes = minutes;
}

void fake_when_idle(void (*fn)(void))
{
    when_idle = fn;
}

unsigned fake_yields(void)
{
    return yield_count;
}

uint64_t mirage_platform_clock(void)
{
    return clock_ns;
}

int64_t mirage_platform_wall_clock(void)
{
    return wall_offset + (int64_t)clock_ns;
}

bool mirage_platform_time_zone(int64_t wall_ns, int *minutes)
{
    (void)wall_ns;
    if (zone_known)
        *minutes = zone_minutes;
    return zone_known;
}

/* Moves to `deadline` or the next frame, whichever is first. */
static void jump(uint64_t deadline, mirage_ready_set wanted)
{
    uint64_t arrival = fake_next_arrival(wanted);
    uint64_t when = arrival < deadline ? arrival : deadline;

    if (when >= UINT64_MAX - 1 && !when_idle)
        fake_mistake("all tasks wait for ever", "");
    if (when > clock_ns && when < UINT64_MAX - 1)
        clock_ns = when;
}

mirage_ready_set mirage_platform_yield(uint64_t deadline,
                                       mirage_ready_set wanted)
{
    yield_count++;
    if (deadline > clock_ns && !fake_readable(wanted)) {
        if (when_idle)
            when_idle();
        jump(deadline, wanted);
    }
    return fake_readable(wanted);
}
