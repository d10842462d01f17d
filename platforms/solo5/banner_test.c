#include "banner.h"
#include "output_test.h"
#include "print.h"
#include "test.h"

static const struct solo5_map map = {
    .text = 0x100000,
    .rodata = 0x1e9000,
    .data = 0x221000,
    .heap = 0x2d1000,
    .end = 0x20000000,
};

static void the_banner_is_as_the_tutorial_shows_it(void **state)
{
    (void)state;
    clear_output();
    solo5_banner("0.1.0", &map);
    assert_string_equal(output,
                        "            |      ___|\n"
                        "  __|  _ \\  |  _ \\ __ \\\n"
                        "\\__ \\ (   | | (   |  ) |\n"
                        "____/\\___/ _|\\___/____/\n"
                        "Solo5: Bindings version 0.1.0\n"
                        "Solo5: Memory map: 512 MB addressable:\n"
                        "Solo5:     unused @ (0x0 - 0xfffff)\n"
                        "Solo5:       text @ (0x100000 - 0x1e8fff)\n"
                        "Solo5:     rodata @ (0x1e9000 - 0x220fff)\n"
                        "Solo5:       data @ (0x221000 - 0x2d0fff)\n"
                        "Solo5:       heap >= 0x2d1000 < stack < 0x20000000\n");
}

static void a_quiet_image_has_no_banner(void **state)
{
    (void)state;
    clear_output();
    solo5_level = SOLO5_WARNING;
    solo5_banner("0.1.0", &map);
    solo5_level = SOLO5_INFO;
    assert_string_equal(output, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_banner_is_as_the_tutorial_shows_it),
        cmocka_unit_test(a_quiet_image_has_no_banner),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
