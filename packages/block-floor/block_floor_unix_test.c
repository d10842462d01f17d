/* On unix a disk is a file. */
#define _GNU_SOURCE
#include "block_floor.h"
#include "conformance.h"
#include "test.h"
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void make_file(char *name)
{
    int fd = mkstemp(name);

    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, 64 * 512), 0);
    close(fd);
}

static void a_file_is_a_disk(void **state)
{
    char name[] = "block_floor_test.XXXXXX";
    struct mirage_block *block;

    (void)state;
    make_file(name);
    block = block_floor_connect(name);
    conformance_block(block);
    mirage_block_disconnect(block);
    unlink(name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_a_disk),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
