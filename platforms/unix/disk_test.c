/* Sectors of files. */
#include "child.h"
#include "folder.h"
#include "runtime_stub.h"
#include "test.h"
#include <fcntl.h>
#include <mirage/platform.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SECTOR = 512 };

static struct mirage_disk_info info;

static unsigned acquire(const char *name)
{
    unsigned handle;

    stub_message[0] = '\0';
    assert_int_equal(mirage_platform_disk_acquire(name, &handle, &info),
                     MIRAGE_OK);
    assert_string_equal(stub_message, "");
    return handle;
}

/* ---- reading and writing ---- */

static void what_is_written_is_read_again(void **state)
{
    uint8_t data[3 * SECTOR], again[3 * SECTOR];
    unsigned disk;

    (void)state;
    folder_make_file("disk.img", 100 * SECTOR);
    disk = acquire("disk.img");
    assert_int_equal(info.sector_size, SECTOR);
    assert_int_equal(info.sector_count, 100);
    assert_true(info.writable);
    for (size_t i = 0; i < sizeof(data); i++)
        data[i] = i * 7;
    assert_int_equal(mirage_platform_disk_write(disk, 97, 3, data), 0);
    assert_int_equal(mirage_platform_disk_read(disk, 97, 3, again), 0);
    assert_memory_equal(data, again, sizeof(data));
    assert_int_equal(mirage_platform_disk_flush(disk), 0);
}

static void another_process_sees_what_was_written(void **state)
{
    uint8_t data[SECTOR], again[SECTOR];
    unsigned disk;
    int fd;

    (void)state;
    folder_make_file("disk.img", 4 * SECTOR);
    disk = acquire("disk.img");
    memset(data, 'x', sizeof(data));
    assert_int_equal(mirage_platform_disk_write(disk, 2, 1, data), 0);
    fd = open("disk.img", O_RDONLY);
    assert_int_equal(pread(fd, again, SECTOR, 2 * SECTOR), SECTOR);
    close(fd);
    assert_memory_equal(data, again, sizeof(data));
}

/* Root may write to what is read-only for others, so it is another's. */
static void open_read_only(void)
{
    unsigned handle;
    uint8_t data[SECTOR];

    if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
        abort();
    if (mirage_platform_disk_acquire("disk.img", &handle, &info) ||
        mirage_platform_disk_read(handle, 0, 1, data))
        abort();
    fprintf(stderr, "%s", info.writable ? "writable" : "read-only");
}

static void a_file_that_must_not_be_written_to_is_read_only(void **state)
{
    (void)state;
    folder_make_file("disk.img", SECTOR);
    assert_int_equal(chmod("disk.img", 0444), 0);
    assert_int_equal(chmod(".", 0755), 0);
    assert_int_equal(child_run(open_read_only), 0);
    assert_string_equal(child_text, "read-only");
}

/* ---- disks that fail ---- */

static void a_file_that_became_shorter_is_an_error(void **state)
{
    uint8_t data[4 * SECTOR];
    unsigned disk;

    (void)state;
    folder_make_file("disk.img", 8 * SECTOR);
    disk = acquire("disk.img");
    assert_int_equal(truncate("disk.img", 6 * SECTOR + 1), 0);
    assert_int_equal(mirage_platform_disk_read(disk, 4, 4, data),
                     MIRAGE_DISCONNECTED);
    assert_string_equal(stub_message, "cannot read sector 6 of 'disk.img': the "
                                      "file has become shorter");
}

/* A limit to the size of files stands in for a disk that fails. */
static void write_past_limit(void)
{
    const struct rlimit limit = {2 * SECTOR, 2 * SECTOR};
    static uint8_t data[4 * SECTOR];
    unsigned handle;

    signal(SIGXFSZ, SIG_IGN);
    if (mirage_platform_disk_acquire("disk.img", &handle, &info) ||
        setrlimit(RLIMIT_FSIZE, &limit))
        abort();
    if (mirage_platform_disk_write(handle, 1, 4, data) == MIRAGE_DISCONNECTED)
        fprintf(stderr, "%s", stub_message);
}

static void a_write_that_fails_names_sector_and_file(void **state)
{
    (void)state;
    folder_make_file("disk.img", 8 * SECTOR);
    assert_int_equal(child_run(write_past_limit), 0);
    assert_string_equal(child_text,
                        "cannot write sector 2 of 'disk.img': File too large");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_written_is_read_again),
        TEST(another_process_sees_what_was_written),
        TEST(a_file_that_must_not_be_written_to_is_read_only),
        TEST(a_file_that_became_shorter_is_an_error),
        TEST(a_write_that_fails_names_sector_and_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
