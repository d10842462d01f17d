/* Packages: their bounds, and how they merge. */
#include "packages.h"
#include "test.h"

DEVICE_TYPE(thing);

static struct package_use *packages_of_things(const char *a, const char *b,
                                              const char *c)
{
    static struct node *nodes[2];
    thing_impl one = DEVICE(thing, .packages = {a, b});
    thing_impl two = DEVICE(thing, .packages = {c});

    nodes[0] = one.node;
    nodes[1] = two.node;
    return packages_of((struct node_list){nodes, 2});
}

static void package_writes_its_bounds(void **state)
{
    (void)state;
    assert_string_equal(package("zlib"), "zlib");
    assert_string_equal(package("zlib", .min = "1.2"), "zlib >= 1.2");
    assert_string_equal(package("zlib", .min = "1.2", .max = "2"),
                        "zlib >= 1.2 < 2");
}

static void packages_are_sorted_and_listed_once(void **state)
{
    (void)state;
    struct package_use *use = packages_of_things("zlib", "lwip", "zlib");
    assert_string_equal(use->name, "lwip");
    assert_string_equal(use->next->name, "zlib");
    assert_null(use->next->next);
}

static void bounds_are_the_narrowest(void **state)
{
    (void)state;
    struct package_use *use =
        packages_of_things("zlib >= 1.2.9 < 3", "lwip", "zlib >= 1.2.10 < 4");
    assert_string_equal(use->next->min, "1.2.10");
    assert_string_equal(use->next->max, "3");
}

static void versions_compare_by_number(void **state)
{
    (void)state;
    assert_true(version_compare("1.2.9", "1.2.10") < 0);
    assert_true(version_compare("2.0", "1.99") > 0);
    assert_int_equal(version_compare("1.2", "1.2"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(package_writes_its_bounds),
        cmocka_unit_test(packages_are_sorted_and_listed_once),
        cmocka_unit_test(bounds_are_the_narrowest),
        cmocka_unit_test(versions_compare_by_number),
    };

    return cmocka_run_group_tests_name("packages", tests, NULL, NULL);
}
