/* What is no tap, and what is said then. */
#include "child.h"
#include "host.h"
#include "runtime_stub.h"
#include "test.h"
#include <linux/if_tun.h>
#include <mirage/platform.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct mirage_net_info info;

static unsigned acquire(const char *name)
{
    unsigned handle;

    stub_message[0] = '\0';
    assert_int_equal(mirage_platform_net_acquire(name, &handle, &info),
                     MIRAGE_OK);
    return handle;
}

static void assert_refused(const char *name, enum mirage_error error,
                           const char *message)
{
    unsigned handle;

    stub_message[0] = '\0';
    assert_int_equal(mirage_platform_net_acquire(name, &handle, &info), error);
    assert_string_equal(stub_message, message);
}

static void a_tap_that_is_missing_is_told_with_what_makes_it(void **state)
{
    (void)state;
    assert_refused("tap9", MIRAGE_NOT_FOUND,
                   "there is no tap 'tap9': make one with 'sudo ip tuntap add "
                   "tap9 mode tap user $USER && sudo ip link set tap9 up'");
    assert_refused("a-name-too-long-for-any", MIRAGE_NOT_FOUND,
                   "there is no tap 'a-name-too-long-for-any': no name of an "
                   "interface is longer than 15 letters");
}

static void another_kind_of_interface_is_no_tap(void **state)
{
    (void)state;
    assert_refused("lo", MIRAGE_FAILED,
                   "cannot use the tap 'lo': it is another kind of "
                   "interface");
    assert_int_equal(host_make_interface("tun6", IFF_TUN), 0);
    assert_refused("tun6", MIRAGE_FAILED,
                   "cannot use the tap 'tun6': it is another kind of "
                   "interface");
    host_remove_interface("tun6");
}

static void a_tap_is_used_once(void **state)
{
    (void)state;
    host_make_tap("tap7");
    host_set_up("tap7", true);
    acquire("tap7");
    assert_refused("tap7", MIRAGE_FAILED,
                   "cannot use the tap 'tap7': it is in use already");
    host_remove_interface("tap7");
}

static void use_as_nobody(void)
{
    unsigned handle;

    if (setgid(65534) || setuid(65534) ||
        !mirage_platform_net_acquire("tap8", &handle, &info))
        abort();
    fprintf(stderr, "%s", stub_message);
}

static void a_tap_of_another_user_is_told_with_what_mends_it(void **state)
{
    (void)state;
    host_make_tap("tap8");
    assert_int_equal(child_run(use_as_nobody), 0);
    assert_string_equal(child_text,
                        "you may not use the tap 'tap8': run the unikernel "
                        "with sudo, or make the tap yours with 'sudo ip link "
                        "delete tap8 && sudo ip tuntap add tap8 mode tap user "
                        "$USER && sudo ip link set tap8 up'");
    host_remove_interface("tap8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tap_that_is_missing_is_told_with_what_makes_it),
        cmocka_unit_test(another_kind_of_interface_is_no_tap),
        cmocka_unit_test(a_tap_is_used_once),
        cmocka_unit_test(a_tap_of_another_user_is_told_with_what_mends_it),
    };

    if (!host_enter_namespace())
        return TEST_SKIPPED;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
