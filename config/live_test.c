/* The graph: sharing, choosing, the order of connecting, and its keys. */
#include "fatal.h"
#include "keys.h"
#include "live.h"
#include "test.h"
#include <string.h>

static struct key fast =
    FLAG_KEY("fast", "Whether to be fast.", .stage = CONFIGURE);
static struct key port = INT_KEY("port", 8080, "The port.");
static struct key same_port = INT_KEY("port", 8080, "The port.");

DEVICE_TYPE(wheel);
DEVICE_TYPE(cart);

static wheel_impl wheel(const char *side)
{
    return DEVICE(wheel, .connect = "wheel_connect", .params = {quote(side)},
                  .keys = {&port});
}

static cart_impl cart(wheel_impl left, wheel_impl right)
{
    return DEVICE(cart, .connect = "cart_connect",
                  .args = {left.node, right.node},
                  .deps = {dep(default_random())}, .keys = {&same_port});
}

JOB(drive_start, (cart, time));

static int start_over(void **state)
{
    (void)state;
    registration = (struct registration){0};
    key_option(&fast)->value = NULL;
    return 0;
}

static void equal_devices_are_one(void **state)
{
    (void)state;
    assert_ptr_equal(wheel("left").node, wheel("left").node);
    assert_ptr_not_equal(wheel("left").node, wheel("right").node);
    assert_ptr_equal(default_time().node, default_time().node);
}

static void devices_follow_what_they_need(void **state)
{
    static const char *const order[] = {"random", "wheel", "wheel",
                                        "cart",   "time",  "job"};

    (void)state;
    register_unikernel(
        "x", drive_start(cart(wheel("left"), wheel("right")), default_time()));
    struct node_list list = live_devices();
    assert_int_equal(list.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(list.items[i]->device.kind, order[i]);
        assert_int_equal(list.items[i]->number, i + 1);
    }
}

static void a_shared_device_is_connected_once(void **state)
{
    (void)state;
    wheel_impl one = wheel("only");
    register_unikernel("x", drive_start(cart(one, one), default_time()));
    assert_int_equal(live_devices().count, 5);
}

static void only_the_branch_taken_counts(void **state)
{
    (void)state;
    wheel_impl left = if_impl(key_true(&fast), wheel("quick"), wheel("slow"));
    register_unikernel("x", drive_start(cart(left, left), default_time()));
    assert_string_equal(live_devices().items[1]->device.params[0], "\"slow\"");
    key_option(&fast)->value = "true";
    assert_string_equal(live_devices().items[1]->device.params[0], "\"quick\"");
}

static void equal_keys_are_one_option(void **state)
{
    (void)state;
    wheel_impl left = if_impl(key_true(&fast), wheel("quick"), wheel("slow"));
    register_unikernel("x", drive_start(cart(left, left), default_time()));
    struct key_list keys = live_keys(); /* target, fast, port */
    assert_int_equal(keys.count, 3);
    assert_ptr_equal(key_option(&port), key_option(&same_port));
}

static void a_match_takes_the_case_of_the_value(void **state)
{
    static struct key kind =
        STRING_KEY("kind", "b", "Which.", .stage = CONFIGURE);

    (void)state;
    wheel_impl chosen = match_impl(&kind, wheel("none"), ("a", wheel("a")),
                                   ("b", wheel("b")), ("c", wheel("c")));
    assert_string_equal(node_resolve(chosen.node)->device.params[0], "\"b\"");
    key_option(&kind)->value = "z";
    assert_string_equal(node_resolve(chosen.node)->device.params[0],
                        "\"none\"");
}

static void conditions_combine(void **state)
{
    (void)state;
    assert_true(value_holds(is_unix.value));
    assert_false(value_holds(is_solo5.value));
    assert_true(value_holds(either(is_solo5, is_unix).value));
    assert_false(value_holds(both(is_solo5, is_unix).value));
    assert_true(value_holds(negated(is_solo5).value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_devices_are_one),
        cmocka_unit_test_setup(devices_follow_what_they_need, start_over),
        cmocka_unit_test_setup(a_shared_device_is_connected_once, start_over),
        cmocka_unit_test_setup(only_the_branch_taken_counts, start_over),
        cmocka_unit_test_setup(equal_keys_are_one_option, start_over),
        cmocka_unit_test(a_match_takes_the_case_of_the_value),
        cmocka_unit_test(conditions_combine),
    };

    return cmocka_run_group_tests_name("live", tests, NULL, NULL);
}
