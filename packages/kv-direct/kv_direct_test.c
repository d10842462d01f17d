#include "conformance.h"
#include "kv_direct.h"
#include "test.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void it_is_a_store(void **state)
{
    struct mirage_kv_ro *kv = kv_direct_connect(FOLDER);

    (void)state;
    conformance_kv_ro(kv);
    mirage_kv_disconnect(kv);
}

/* ---- folders that change ---- */

static char folder[] = "/tmp/kv_direct_test.XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void check(struct mirage_kv_ro *kv, enum mirage_kv_kind wanted)
{
    enum mirage_kv_kind kind;

    assert_int_equal(mirage_kv_exists(kv, "it", &kind), MIRAGE_OK);
    assert_int_equal(kind, wanted);
}

static void what_comes_and_goes_is_seen(void **state)
{
    struct mirage_kv_ro *kv = kv_direct_connect(".");

    (void)state;
    check(kv, MIRAGE_KV_NOTHING);
    fclose(fopen("it", "w"));
    check(kv, MIRAGE_KV_VALUE);
    unlink("it");
    assert_int_equal(mkdir("it", 0700), 0);
    check(kv, MIRAGE_KV_DICT);
    assert_int_equal(rmdir("it"), 0);
    mirage_kv_disconnect(kv);
}

static void count(const char *name, enum mirage_kv_kind kind, void *counter)
{
    (void)name, (void)kind;
    ++*(int *)counter;
}

/* Whoever opened a pipe would wait for somebody at its other end. */
static void a_pipe_is_nothing(void **state)
{
    struct mirage_kv_ro *kv = kv_direct_connect(".");
    uint64_t size;
    int counter = 0;

    (void)state;
    assert_int_equal(mkfifo("it", 0600), 0);
    check(kv, MIRAGE_KV_NOTHING);
    assert_int_equal(mirage_kv_size(kv, "it", &size), MIRAGE_NOT_FOUND);
    assert_int_equal(mirage_kv_list(kv, "", count, &counter), MIRAGE_OK);
    assert_int_equal(counter, 0);
    unlink("it");
    mirage_kv_disconnect(kv);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_a_store),
        cmocka_unit_test(what_comes_and_goes_is_seen),
        cmocka_unit_test(a_pipe_is_nothing),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
