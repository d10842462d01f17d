/* The zone is found out once, so each is asked in a child. */
#include "child.h"
#include "test.h"
#include <mirage/platform.h>
#include <stdio.h>
#include <stdlib.h>

#define SECOND INT64_C(1000000000)

static const char *asked_zone, *asked_folder;
static int64_t asked_ns;

static void ask(void)
{
    int minutes;

    setenv("TZ", asked_zone, 1);
    if (asked_folder)
        setenv("TZDIR", asked_folder, 1);
    if (mirage_platform_time_zone(asked_ns, &minutes))
        fprintf(stderr, "%+d", minutes);
    else
        fprintf(stderr, "unknown");
}

static void assert_zone(const char *zone, int64_t ns, const char *minutes)
{
    asked_zone = zone;
    asked_ns = ns;
    assert_int_equal(child_run(ask), 0);
    assert_string_equal(child_text, minutes);
}

static void the_empty_zone_is_utc(void **state)
{
    (void)state;
    assert_zone("", 0, "+0");
    assert_zone("UTC", 0, "+0");
    assert_zone("UTC0", 0, "+0");
}

static void a_zone_that_says_its_offset_needs_no_database(void **state)
{
    (void)state;
    asked_folder = "/nowhere";
    assert_zone("CET-1", 0, "+60");
    assert_zone("XYZ+3:30", 0, "-210");
    assert_zone("<-03>3", 0, "-180");
    assert_zone("UTC", 0, "+0");
    asked_folder = NULL;
}

static void summer_time_depends_on_the_moment(void **state)
{
    static const char zone[] = "CET-1CEST,M3.5.0,M10.5.0/3";

    (void)state;
    assert_zone(zone, INT64_C(1485000000) * SECOND, "+60");
    assert_zone(zone, INT64_C(1500000000) * SECOND, "+120");
    assert_zone(zone, -1, "+60");
}

static void a_zone_without_a_file_is_unknown(void **state)
{
    (void)state;
    assert_zone("Europe/Nowhere", 0, "unknown");
    assert_zone(":Europe/Nowhere", 0, "unknown");
    assert_zone("/no/such/file", 0, "unknown");
    asked_folder = "/nowhere";
    assert_zone("Europe/Berlin", 0, "unknown");
    assert_zone("Etc/GMT+3", 0, "unknown");
    asked_folder = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_empty_zone_is_utc),
        cmocka_unit_test(a_zone_that_says_its_offset_needs_no_database),
        cmocka_unit_test(summer_time_depends_on_the_moment),
        cmocka_unit_test(a_zone_without_a_file_is_unknown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
